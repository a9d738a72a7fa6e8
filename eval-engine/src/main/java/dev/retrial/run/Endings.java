package dev.retrial.run;

import dev.retrial.run.Ending.Kind;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Status;
import dev.retrial.suite.Trials;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From the outcomes of a cell's trials to how the cell ends: by how many must pass, by the case's status and by who is watching. */
final class Endings {

    private Endings() {}

    /** Why no trial of the case is to be run, or null where it runs. */
    static @Nullable String skips(EvalCase evalCase, boolean drafts, LocalDate today) {
        return switch (evalCase.status()) {
            case ACTIVE, KNOWN_FAILING -> null;
            case DRAFT ->
                drafts ? null : "draft; run it with -D" + RunSettings.DRAFTS + "=run, then set status: active";
            case QUARANTINED -> {
                LocalDate until = evalCase.until();
                yield until != null && !today.isBefore(until)
                        ? null
                        : "quarantined" + (until == null ? "" : " until " + until) + because(evalCase);
            }
            case RETIRED -> "retired" + because(evalCase);
        };
    }

    /**
     * How the cell ends.
     *
     * @param evalCase the case, of which {@link #skips} says nothing
     * @param rule how many trials must pass
     * @param tally how they ended
     * @param mode who is watching
     * @param first of the trials that decided the first, as a single trial ends: failed, an error or (aborted) diverged; null where all passed
     */
    static Ending of(EvalCase evalCase, Trials rule, Tally tally, Mode mode, @Nullable Ending first) {
        Verdict verdict = verdict(rule, tally);
        Kind kind = kind(evalCase.status(), verdict, mode, tally.errors() > 0);
        String facts = facts(rule, tally, first);
        return switch (kind) {
            case PASSED -> Ending.PASSED;
            case FAILED ->
                verdict == Verdict.PASS
                        ? Ending.failed("known-failing, but it passes: set status: active to guard it from now on"
                                + because(evalCase))
                        : new Ending(
                                Kind.FAILED,
                                facts,
                                first == null ? null : first.expected(),
                                first == null ? null : first.actual(),
                                null);
            case ERROR -> Ending.error(facts, first == null ? null : first.trace());
            case ABORTED ->
                Ending.aborted(
                        evalCase.status() == Status.ACTIVE
                                ? facts
                                : evalCase.status().key() + because(evalCase) + "\n" + facts);
        };
    }

    /** What the trials say together. */
    enum Verdict {
        /** Enough passed. */
        PASS,
        /** More failed than may. */
        FAIL,
        /** Neither, since some diverged. */
        DIVERGED,
        /** Neither, since some are errors; or enough passed and some are errors, which nobody should overlook. */
        ERROR
    }

    static Verdict verdict(Trials rule, Tally tally) {
        if (tally.failed() > rule.attempts() - rule.pass()) {
            return Verdict.FAIL;
        }
        if (tally.errors() > 0 || tally.trials() == 0) {
            return Verdict.ERROR;
        }
        return tally.passed() >= rule.pass() ? Verdict.PASS : Verdict.DIVERGED;
    }

    static Kind kind(Status status, Verdict verdict, Mode mode, boolean errors) {
        return switch (status) {
            case ACTIVE, QUARANTINED ->
                switch (verdict) {
                    case PASS -> Kind.PASSED;
                    case FAIL -> Kind.FAILED;
                    case DIVERGED -> mode == Mode.CI ? Kind.FAILED : Kind.ABORTED;
                    case ERROR -> Kind.ERROR;
                };
            case KNOWN_FAILING ->
                switch (verdict) {
                    case PASS -> Kind.FAILED;
                    case FAIL -> errors ? Kind.ERROR : Kind.ABORTED;
                    case DIVERGED -> Kind.ABORTED;
                    case ERROR -> Kind.ERROR;
                };
            // A draft never gates, but what could not be tried is no green either.
            case DRAFT, RETIRED ->
                switch (verdict) {
                    case PASS -> Kind.PASSED;
                    case FAIL, DIVERGED -> Kind.ABORTED;
                    case ERROR -> Kind.ERROR;
                };
        };
    }

    private static String facts(Trials rule, Tally tally, @Nullable Ending first) {
        String message = first == null ? "nothing was replayed" : first.message();
        if (rule.attempts() == 1) {
            return message;
        }
        return tally + "; " + rule.pass() + " must pass. The first that did not: " + message;
    }

    private static String because(EvalCase evalCase) {
        String because = evalCase.because();
        return because == null ? "" : " (because: " + because + ")";
    }
}
