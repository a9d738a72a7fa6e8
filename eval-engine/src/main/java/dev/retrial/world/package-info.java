/** The tools' side of a conversation: what the agent's tools answer in a case. */
@NullMarked
package dev.retrial.world;

import org.jspecify.annotations.NullMarked;
