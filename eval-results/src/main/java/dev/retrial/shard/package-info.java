/** Runs that shared the work of a suite: put together, and decided on when what was in doubt has been tried again. */
@NullMarked
package dev.retrial.shard;

import org.jspecify.annotations.NullMarked;
