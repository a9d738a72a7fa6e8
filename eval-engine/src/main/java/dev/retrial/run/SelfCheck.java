package dev.retrial.run;

import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Suite;
import org.apiguardian.api.API;

/** Tries a case on its own ticket: {@code observed} must fail it, {@code accepted} must pass it. No agent is asked. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SelfCheck {

    private final Suite suite;

    /** A self-check of this suite's cases. */
    public SelfCheck(Suite suite) {
        this.suite = suite;
    }

    /** Whether the case has anything to try itself on, and a status that asks for it. */
    public static boolean appliesTo(EvalCase evalCase) {
        return evalCase.status() != dev.retrial.suite.Status.DRAFT
                && evalCase.status() != dev.retrial.suite.Status.RETIRED
                && !(evalCase.observed().isEmpty() && evalCase.accepted().isEmpty());
    }

    /** Tries the case. */
    public Ending run(EvalCase evalCase) {
        throw new UnsupportedOperationException("comes next: " + suite.directory() + evalCase.id());
    }
}
