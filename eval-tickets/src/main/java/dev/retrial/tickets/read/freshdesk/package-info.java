/** Freshdesk: tickets with what they include, conversations, satisfaction ratings, contacts, agents, companies, and the account export. */
@NullMarked
package dev.retrial.tickets.read.freshdesk;

import org.jspecify.annotations.NullMarked;
