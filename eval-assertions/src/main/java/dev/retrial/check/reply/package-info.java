/** What the agent said: words and patterns that must or must not be in its replies. */
@NullMarked
package dev.retrial.check.reply;

import org.jspecify.annotations.NullMarked;
