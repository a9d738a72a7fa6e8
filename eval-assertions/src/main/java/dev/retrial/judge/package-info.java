/** Whoever decides what no rule can: the question, the verdict, and what stands between a hostile text and both. */
@NullMarked
package dev.retrial.judge;

import org.jspecify.annotations.NullMarked;
