/**
 * Which tickets tell of a failure of the AI agent, of which class, at which turn, and by which words: rules first, a model for what they leave open.
 */
@NullMarked
package dev.retrial.tickets.triage;

import org.jspecify.annotations.NullMarked;
