/**
 * Brings together what belongs to one ticket, however many files it was spread over: sorted into parts by a hash of the ticket, put aside
 * encrypted where memory does not suffice, and merged part by part.
 */
@NullMarked
package dev.retrial.tickets.read.gather;

import org.jspecify.annotations.NullMarked;
