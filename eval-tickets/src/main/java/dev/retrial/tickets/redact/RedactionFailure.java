package dev.retrial.tickets.redact;

import org.apiguardian.api.API;

/** A ticket that could not be redacted, and must not be used; the message has its keyed reference and nothing of its text. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RedactionFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RedactionFailure(String message) {
        super(message);
    }
}
