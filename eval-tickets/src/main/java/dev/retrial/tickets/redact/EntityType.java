package dev.retrial.tickets.redact;

import java.util.Locale;
import org.apiguardian.api.API;

/** What kind of thing was hidden. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum EntityType {
    /** What the team's own list hides. */
    HIDDEN,
    /** Keys, tokens and passwords. */
    SECRET,
    /** An e-mail address. */
    EMAIL,
    /** A web address's query, user or telling path. */
    URL,
    /** A payment card's number. */
    CARD,
    /** An account number, IBAN. */
    IBAN,
    /** A national id, such as a social security number. */
    NATIONAL_ID,
    /** An address of the internet protocol. */
    IP,
    /** A telephone number. */
    PHONE,
    /** A postal address. */
    ADDRESS,
    /** A person's name, or a part of it. */
    PERSON,
    /** An organisation's name. */
    ORGANISATION,
    /** An account's, a customer's or the ticket's own id. */
    ID,
    /** The name of a file. */
    FILE,
    /** A date, which was shifted. */
    DATE,
    /** What is masked because it may be personal. */
    UNCERTAIN;

    /** The name as files have it: {@code national-id}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
