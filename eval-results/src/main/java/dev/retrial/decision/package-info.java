/** Decides over a run what it means for the change: the gate, fed with cells and a baseline, and what people read of it. */
@NullMarked
package dev.retrial.decision;

import org.jspecify.annotations.NullMarked;
