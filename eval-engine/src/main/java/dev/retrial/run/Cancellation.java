package dev.retrial.run;

import org.apiguardian.api.API;

/** Whether somebody asked the run to stop. Trials that are under way end; no other begins. */
@API(status = API.Status.INTERNAL, since = "0.1")
@FunctionalInterface
public interface Cancellation {

    /** Nobody asks. */
    Cancellation NEVER = () -> false;

    /** Whether to stop; asked before each trial, so it should be cheap. */
    boolean requested();
}
