package dev.retrial.tickets.corpus;

import dev.retrial.tickets.SupportTicket;

/**
 * A ticket, and what is true of it.
 *
 * @param ticket as a reader should read it
 * @param label what is true of it
 */
public record Labelled(SupportTicket ticket, Label label) {}
