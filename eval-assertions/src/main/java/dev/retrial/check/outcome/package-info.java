/** How a conversation stands after the agent's last reply. */
@NullMarked
package dev.retrial.check.outcome;

import org.jspecify.annotations.NullMarked;
