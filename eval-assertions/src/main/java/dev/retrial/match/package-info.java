/** Matching of a tool call's arguments: literals, partial objects and the {@code $} matchers. */
@NullMarked
package dev.retrial.match;

import org.jspecify.annotations.NullMarked;
