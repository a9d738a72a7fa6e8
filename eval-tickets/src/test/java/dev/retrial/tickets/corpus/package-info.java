/**
 * Invented tickets of which everything is known: what failed, at which turn, whose data was planted, which repeats which. Seeded, so that a
 * test always meets the same ones; in two pools of wordings, of which rules are written on one and measured on the other.
 */
@NullMarked
package dev.retrial.tickets.corpus;

import org.jspecify.annotations.NullMarked;
