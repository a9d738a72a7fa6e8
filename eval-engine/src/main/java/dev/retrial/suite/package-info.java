/** Suite files read into an immutable model: suites, cohorts, cases, worlds and what is broken in them. */
@NullMarked
package dev.retrial.suite;

import org.jspecify.annotations.NullMarked;
