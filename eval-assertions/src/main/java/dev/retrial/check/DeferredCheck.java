package dev.retrial.check;

import dev.retrial.scene.Scene;
import org.apiguardian.api.API;

/**
 * A check that costs money or time, or is less certain than others, and is therefore evaluated last.
 *
 * <p>It is evaluated only where no other check that gates has failed or broken: what is certain is never overruled, and nothing is paid for a trial that is lost already.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface DeferredCheck extends Check {

    /** What such a check finds that was not evaluated. */
    NotApplicable NOT_EVALUATED = new NotApplicable("not asked, since another check failed");

    /**
     * The check as it weighs here; the same unless it says otherwise.
     *
     * @param scene what is known
     */
    default Check weighedIn(Scene scene) {
        return this;
    }
}
