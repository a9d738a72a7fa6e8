/** The commands on results. */
@NullMarked
package dev.retrial.cli;

import org.jspecify.annotations.NullMarked;
