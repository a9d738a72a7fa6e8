package dev.retrial.run;

import java.io.Serial;
import org.apiguardian.api.API;

/** A {@code retrial.*} parameter that cannot be used; the message names it, its value and what is allowed. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class InvalidSetting extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    InvalidSetting(String message) {
        super(message);
    }
}
