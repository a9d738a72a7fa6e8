package dev.retrial.check;

import dev.retrial.scene.Scene;
import dev.retrial.transcript.Transcript;
import org.apiguardian.api.API;

/**
 * One expectation, evaluated over a transcript.
 *
 * <p>A check is immutable and may be evaluated by several threads at once.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Check {

    /** Its name in reports, the dotted path of its key: {@code tools.never}. */
    String name();

    /** How much a failure weighs. */
    default Severity severity() {
        return Severity.MAJOR;
    }

    /**
     * How much this result of it weighs, which may be less than a failure can.
     *
     * @param result what {@link #evaluate} gave
     */
    default Severity severity(CheckResult result) {
        return severity();
    }

    /**
     * Evaluates this expectation.
     *
     * @param transcript the events in scope
     * @param scene what else is known
     * @return the verdict; what could not be evaluated is an {@link Errored}, never an exception
     */
    CheckResult evaluate(Transcript transcript, Scene scene);
}
