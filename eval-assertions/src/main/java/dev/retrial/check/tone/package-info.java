/** How the agent said it: counts of signs, words and turns of phrase. */
@NullMarked
package dev.retrial.check.tone;

import org.jspecify.annotations.NullMarked;
