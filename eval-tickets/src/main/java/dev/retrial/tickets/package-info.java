/**
 * A ticket as every help desk's export is read into it: who said what in which role, and what became of it. What the other packages of
 * this module read, redact, judge and turn into cases.
 */
@NullMarked
package dev.retrial.tickets;

import org.jspecify.annotations.NullMarked;
