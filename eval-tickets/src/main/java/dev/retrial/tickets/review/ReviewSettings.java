package dev.retrial.tickets.review;

import java.nio.file.Path;
import org.apiguardian.api.API;

/**
 * What a review looks at.
 *
 * @param suite the directory that holds {@code suite.yaml}
 * @param work the working directory, which is local: what was decided and what is not saved yet is kept there
 * @param port the port on the loopback address; 0 for any that is free
 * @param tickets where the redacted tickets are
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ReviewSettings(Path suite, Path work, int port, TicketSource tickets) {

    /** Refuses a port that there is not. */
    public ReviewSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("the port is " + port + "; expected 0 (any that is free) to 65535");
        }
    }
}
