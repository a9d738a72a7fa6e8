package dev.retrial.tickets.redact;

import dev.retrial.tickets.SupportTicket;
import org.apiguardian.api.API;

/**
 * A ticket in which nobody is known any more.
 *
 * @param ticket the ticket; its id is the keyed reference
 * @param redaction what was done to it
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Redacted(SupportTicket ticket, Redaction redaction) {}
