/**
 * Reads what help desks export into {@link dev.retrial.tickets.SupportTicket}s: {@link dev.retrial.tickets.read.TicketReading} takes files
 * and directories and gives merged tickets and what could not be read. What it gives is as personal as the export; it goes to redaction and
 * nowhere else.
 */
@NullMarked
package dev.retrial.tickets.read;

import org.jspecify.annotations.NullMarked;
