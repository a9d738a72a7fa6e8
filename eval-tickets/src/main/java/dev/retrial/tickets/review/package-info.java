/**
 * What {@code retrial review} serves: a page on this machine alone, on which a person decides on drafts.
 *
 * <p>{@link dev.retrial.tickets.review.ReviewServer} is the way in; {@link dev.retrial.tickets.review.TicketSource} is what it is given to show tickets with.
 */
@NullMarked
package dev.retrial.tickets.review;

import org.jspecify.annotations.NullMarked;
