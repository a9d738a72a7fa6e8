/** The commands on results as goals of Maven. */
@NullMarked
package dev.retrial.maven;

import org.jspecify.annotations.NullMarked;
