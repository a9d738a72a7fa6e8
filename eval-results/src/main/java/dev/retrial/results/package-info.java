/** The results of a run: what is written per trial, read back, and compared. */
@NullMarked
package dev.retrial.results;

import org.jspecify.annotations.NullMarked;
