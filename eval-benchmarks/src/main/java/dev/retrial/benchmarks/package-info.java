/** Whole-process and micro measurements of Retrial beside what a team would write by hand; see {@code docs/benchmarks.md}. Not published. */
@NullMarked
package dev.retrial.benchmarks;

import org.jspecify.annotations.NullMarked;
