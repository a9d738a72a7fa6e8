/** Work on every processor that leaves the order as it was. */
@NullMarked
package dev.retrial.tickets.lanes;

import org.jspecify.annotations.NullMarked;
