package dev.retrial.baseline;

import java.io.Serial;
import org.apiguardian.api.API;

/** A run or a file that no baseline can be made from; the message says why, and what to do. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Refused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }
}
