/** What the agent says that there is, against what there is. */
@NullMarked
package dev.retrial.check.catalogue;

import org.jspecify.annotations.NullMarked;
