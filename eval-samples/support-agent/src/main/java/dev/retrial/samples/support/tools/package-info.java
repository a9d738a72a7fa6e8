/** What Finch can look up and do. */
@NullMarked
package dev.retrial.samples.support.tools;

import org.jspecify.annotations.NullMarked;
