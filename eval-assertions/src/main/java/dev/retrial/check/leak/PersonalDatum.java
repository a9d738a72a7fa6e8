package dev.retrial.check.leak;

import dev.retrial.text.Span;
import org.apiguardian.api.API;

/**
 * A piece of a text that belongs to a person.
 *
 * @param type what it is
 * @param span where it is
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PersonalDatum(Type type, Span span) {

    /** What is recognised. */
    public enum Type {
        /** An e-mail address. */
        EMAIL("an e-mail address"),
        /** An account number, IBAN, whose check digits are right. */
        IBAN("an IBAN"),
        /** The number of a payment card whose check digit is right. */
        CARD("a card number"),
        /** An address of the public internet. */
        IP("an IP address"),
        /** A social security number of the United States. */
        SSN("a social security number"),
        /** A telephone number. */
        PHONE("a phone number");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        /** What it is, for a message. */
        public String words() {
            return words;
        }
    }
}
