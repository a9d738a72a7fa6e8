package dev.retrial.tickets.redact;

import org.apiguardian.api.API;

/**
 * A part of a text that redaction replaces.
 *
 * @param type what it is
 * @param start the offset of its first character in the text as it was
 * @param end the offset behind its last one
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RedactedSpan(EntityType type, int start, int end) {}
