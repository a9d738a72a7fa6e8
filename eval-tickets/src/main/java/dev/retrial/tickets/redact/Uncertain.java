package dev.retrial.tickets.redact;

import org.apiguardian.api.API;

/**
 * What was masked because it may be personal: for a person to look at.
 *
 * @param place where in the redacted ticket: {@code turns[3].text}, {@code subject}, {@code fields.plan}
 * @param start the offset of the mask in the redacted text
 * @param end the offset behind it
 * @param type what it may be: {@code person} or {@code number}
 * @param shape its shape, such as {@code Xxxxx Xxxxx} or {@code 999-99}; never the value
 * @param score how likely it is, from 0 to 1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Uncertain(String place, int start, int end, String type, String shape, double score) {}
