package dev.retrial.tickets.read.neutral;

import org.apiguardian.api.API;

/** A record that is no ticket in the neutral format. The message names the key and what was expected there, and nothing that the record says. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class InvalidTicketException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidTicketException(String message) {
        super(message);
    }
}
