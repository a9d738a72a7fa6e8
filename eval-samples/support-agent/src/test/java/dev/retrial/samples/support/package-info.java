/** The suite's marker class, and the tests of the sample. */
@NullMarked
package dev.retrial.samples.support;

import org.jspecify.annotations.NullMarked;
