/** Retrial's own format for a ticket: one JSON object a line, for every help desk without a reader, and for the steps after reading. */
@NullMarked
package dev.retrial.tickets.read.neutral;

import org.jspecify.annotations.NullMarked;
