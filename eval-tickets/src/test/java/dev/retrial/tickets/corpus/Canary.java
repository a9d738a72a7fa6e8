package dev.retrial.tickets.corpus;

/**
 * A planted identity, which no output may show.
 *
 * @param type {@code name}, {@code email}, {@code phone}, {@code card}, {@code iban}, {@code key}, {@code address}
 * @param value the value as it stands in the ticket
 * @param place where it was planted: {@code party}, {@code body}, {@code signature}, {@code field}, {@code quote}, {@code file}, {@code argument}, {@code subject}
 * @param cued whether words beside it or the list of parties give it away; a name without a cue can only be suspected
 */
public record Canary(String type, String value, String place, boolean cued) {}
