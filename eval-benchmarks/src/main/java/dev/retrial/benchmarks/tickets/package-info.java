/** From an export of many tickets to drafts: what it takes. */
@NullMarked
package dev.retrial.benchmarks.tickets;

import org.jspecify.annotations.NullMarked;
