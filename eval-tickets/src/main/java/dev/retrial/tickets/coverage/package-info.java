/**
 * What the tickets say: which failures have a case, which cases no ticket tells any more, how hard what reaches people is, and where the agent
 * handed over too early or too late. Counted in one pass over tickets, told as Markdown, JSON and one HTML page.
 */
@NullMarked
package dev.retrial.tickets.coverage;

import org.jspecify.annotations.NullMarked;
