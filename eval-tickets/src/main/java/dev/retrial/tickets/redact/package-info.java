/**
 * Takes out of a ticket what belongs to people, and puts consistent surrogates in its place, so that text, arguments and results still agree.
 */
@NullMarked
package dev.retrial.tickets.redact;

import org.jspecify.annotations.NullMarked;
