/** The judge of a run: which model it asks, how long, what it has said before, and how far it agrees with people. */
@NullMarked
package dev.retrial.judging;

import org.jspecify.annotations.NullMarked;
