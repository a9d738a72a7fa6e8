/** The chat agent of a town library: a web server that knows nothing of Retrial. */
@NullMarked
package dev.retrial.samples.http;

import org.jspecify.annotations.NullMarked;
