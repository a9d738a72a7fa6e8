/** What happened in one trial: the ordered events between a customer and the agent. */
@NullMarked
package dev.retrial.transcript;

import org.jspecify.annotations.NullMarked;
