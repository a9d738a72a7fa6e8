/** The chat desk of a ferry line: a small Spring application without a web server. */
@NullMarked
package dev.retrial.samples.spring;

import org.jspecify.annotations.NullMarked;
