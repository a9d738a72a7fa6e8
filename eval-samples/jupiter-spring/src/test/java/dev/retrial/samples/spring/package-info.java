/** The suite, run by Jupiter. */
@NullMarked
package dev.retrial.samples.spring;

import org.jspecify.annotations.NullMarked;
