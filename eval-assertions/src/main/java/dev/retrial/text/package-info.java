/** Text as a reader takes it: the same whatever its case, its typography and the way in which it writes numbers, amounts and dates. */
@NullMarked
package dev.retrial.text;

import org.jspecify.annotations.NullMarked;
