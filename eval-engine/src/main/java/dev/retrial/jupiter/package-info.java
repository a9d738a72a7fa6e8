/** The Jupiter extension: one invocation of a test method per cell. */
@NullMarked
package dev.retrial.jupiter;

import org.jspecify.annotations.NullMarked;
