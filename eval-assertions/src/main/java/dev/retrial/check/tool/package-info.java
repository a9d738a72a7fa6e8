/** What the agent did: the tools that it must, may and must not call, and with what. */
@NullMarked
package dev.retrial.check.tool;

import org.jspecify.annotations.NullMarked;
