/** The customer's turns against a conversation, which makes a transcript. */
@NullMarked
package dev.retrial.replay;

import org.jspecify.annotations.NullMarked;
