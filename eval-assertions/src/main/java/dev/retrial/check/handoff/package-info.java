/** What the agent hands over to a person. */
@NullMarked
package dev.retrial.check.handoff;

import org.jspecify.annotations.NullMarked;
