/** Numbers and foreign texts as every output shows them: the terminal, Markdown, pages. */
@NullMarked
package dev.retrial.wording;

import org.jspecify.annotations.NullMarked;
