/** Measures how often checks are right, on data that their author did not write; docs/accuracy.md says how to run each program. */
@NullMarked
package dev.retrial.benchmarks.accuracy;

import org.jspecify.annotations.NullMarked;
