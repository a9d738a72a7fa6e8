/** How hard tickets were, by what they cost people beside the other tickets of the same help desk and channel. */
@NullMarked
package dev.retrial.tickets.difficulty;

import org.jspecify.annotations.NullMarked;
