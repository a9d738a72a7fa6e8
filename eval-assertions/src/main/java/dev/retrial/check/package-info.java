/** The one shape of a check, its result, and how a check is bound from JSON. */
@NullMarked
package dev.retrial.check;

import org.jspecify.annotations.NullMarked;
