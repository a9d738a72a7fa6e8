/** The agent's side of a conversation: the interface that a team implements, and the agents that a suite file names. */
@NullMarked
package dev.retrial.agent;

import org.jspecify.annotations.NullMarked;
