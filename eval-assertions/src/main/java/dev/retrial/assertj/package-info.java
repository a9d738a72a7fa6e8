/** Checks in the style of AssertJ: the same classes, names and messages as in a case file. */
@NullMarked
package dev.retrial.assertj;

import org.jspecify.annotations.NullMarked;
