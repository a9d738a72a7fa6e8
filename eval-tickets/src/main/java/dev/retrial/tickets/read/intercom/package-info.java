/** Intercom: conversations with their parts, lists and searches of them, tickets and contacts, of versions 2.11 to 2.16 of its API. */
@NullMarked
package dev.retrial.tickets.read.intercom;

import org.jspecify.annotations.NullMarked;
