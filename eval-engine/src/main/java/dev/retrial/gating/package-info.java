/** Decides, when the cells of a run have ended, whether the change may land: tries again what failed, and holds failing cells until it knows. */
@NullMarked
package dev.retrial.gating;

import org.jspecify.annotations.NullMarked;
