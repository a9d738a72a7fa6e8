/** What the gate does, found out by simulation on its own code. */
@NullMarked
package dev.retrial.benchmarks.statistics;

import org.jspecify.annotations.NullMarked;
