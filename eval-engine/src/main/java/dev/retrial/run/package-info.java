/** Trials, limits, time-outs, retries, the self-check and the journal of a run. */
@NullMarked
package dev.retrial.run;

import org.jspecify.annotations.NullMarked;
