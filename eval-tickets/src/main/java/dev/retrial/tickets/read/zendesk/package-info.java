/** Zendesk: pages of its API with their side-loads, ticket events, audits, conversation logs, metrics, ratings, and the full export. */
@NullMarked
package dev.retrial.tickets.read.zendesk;

import org.jspecify.annotations.NullMarked;
