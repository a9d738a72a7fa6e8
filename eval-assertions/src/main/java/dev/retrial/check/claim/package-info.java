/** What the agent says that it has done, against what it did. */
@NullMarked
package dev.retrial.check.claim;

import org.jspecify.annotations.NullMarked;
