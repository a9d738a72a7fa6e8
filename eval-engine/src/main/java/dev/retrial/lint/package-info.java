/** Looks for personal data and secrets in the files of a suite. */
@NullMarked
package dev.retrial.lint;

import org.jspecify.annotations.NullMarked;
