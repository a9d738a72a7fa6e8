package dev.retrial.tickets.work;

import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.redact.Redaction;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A ticket of the working directory.
 *
 * @param ticket the ticket, redacted, with its dates shifted
 * @param redaction what was done to it
 * @param opened the day on which it was really opened, which only this directory knows: shares of the last ninety days are wrong by shifted dates
 */
record StoredTicket(
        SupportTicket ticket, Redaction redaction, @Nullable LocalDate opened) {}
