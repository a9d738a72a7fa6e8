/** What finding near-duplicates costs, and how many it misses. */
@NullMarked
package dev.retrial.benchmarks.duplicates;

import org.jspecify.annotations.NullMarked;
