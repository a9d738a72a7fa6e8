/** The record of the main branch that a change is compared with: a file in git, made from results. */
@NullMarked
package dev.retrial.baseline;

import org.jspecify.annotations.NullMarked;
