/** {@code judged:} what no rule can decide. */
@NullMarked
package dev.retrial.check.judged;

import org.jspecify.annotations.NullMarked;
