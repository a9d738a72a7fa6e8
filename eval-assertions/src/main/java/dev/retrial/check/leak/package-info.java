/** What the agent must keep to itself. */
@NullMarked
package dev.retrial.check.leak;

import org.jspecify.annotations.NullMarked;
