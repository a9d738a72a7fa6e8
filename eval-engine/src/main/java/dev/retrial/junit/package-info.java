/** The JUnit Platform engine: discovery, descriptors and execution. */
@NullMarked
package dev.retrial.junit;

import org.jspecify.annotations.NullMarked;
