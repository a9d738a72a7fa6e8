package dev.retrial.run;

import dev.retrial.run.Trial.Finding;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.ReferenceAnswer;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a case's own ticket says about the case.
 *
 * @param evalCase the case
 * @param tried each {@code observed}, then each {@code accepted}, in the order of the file
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SelfCheckResult(EvalCase evalCase, List<Tried> tried) {

    /** Copies the list. */
    public SelfCheckResult {
        tried = List.copyOf(tried);
    }

    /** Which of the two. */
    public enum Kind {
        /** What production said: must fail the case. */
        OBSERVED,
        /** What a person then said: must pass it. */
        ACCEPTED
    }

    /**
     * One alternative, tried.
     *
     * @param kind which of the two
     * @param reference the alternative
     * @param cohort the cohort that decided, or null where none did alone
     * @param ending passed where the case does with it what it must; failed or an error where it does not
     * @param findings the checks that decided
     */
    public record Tried(
            Kind kind, ReferenceAnswer reference, @Nullable String cohort, Ending ending, List<Finding> findings) {

        /** Copies the list. */
        public Tried {
            findings = List.copyOf(findings);
        }

        static Tried holds(Kind kind, ReferenceAnswer reference, @Nullable String cohort, List<Finding> findings) {
            return new Tried(kind, reference, cohort, Ending.PASSED, findings);
        }

        static Tried broken(Kind kind, ReferenceAnswer reference, String message, List<Finding> findings) {
            return new Tried(kind, reference, null, Ending.failed(message), findings);
        }

        static Tried error(Kind kind, ReferenceAnswer reference, String message, List<Finding> findings) {
            return new Tried(kind, reference, null, Ending.error(message), findings);
        }
    }

    /** How the self-check ends: passed where every alternative does what it must; an error where one could not be told. */
    public Ending ending() {
        List<String> messages = new ArrayList<>();
        Ending only = Ending.PASSED;
        boolean error = false;
        for (Tried one : tried) {
            Ending ending = one.ending();
            if (ending.isRed()) {
                messages.add(ending.message());
                error |= ending.kind() == Ending.Kind.ERROR;
                only = ending;
            }
        }
        if (messages.size() < 2) {
            return only;
        }
        String message = String.join("\n", messages);
        return error ? Ending.error(message) : Ending.failed(message);
    }
}
