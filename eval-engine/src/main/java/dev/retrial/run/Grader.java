package dev.retrial.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.CheckResult;
import dev.retrial.check.DeferredCheck;
import dev.retrial.check.Errored;
import dev.retrial.check.Failed;
import dev.retrial.check.Passed;
import dev.retrial.judge.Judge;
import dev.retrial.judge.NoJudge;
import dev.retrial.run.Trial.Finding;
import dev.retrial.run.Trial.Outcome;
import dev.retrial.scene.Scene;
import dev.retrial.suite.EffectiveChecks;
import dev.retrial.suite.Layer;
import dev.retrial.suite.ScopedCheck;
import dev.retrial.suite.Suite;
import dev.retrial.transcript.Transcript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All expectations of a cell: those of the suite, its cohort, the case and its turns, without what the case waives. */
final class Grader {

    private final Suite suite;
    private final Cell cell;
    private final JsonNode context;
    private final Judge judge;
    private final SuiteTexts texts;
    private final List<ScopedCheck> checks;

    /** A grader that asks no judge. */
    Grader(Suite suite, Cell cell, JsonNode context) {
        this(suite, cell, context, NoJudge.INSTANCE, new SuiteTexts(suite));
    }

    Grader(Suite suite, Cell cell, JsonNode context, Judge judge, SuiteTexts texts) {
        this.judge = judge;
        this.texts = texts;
        this.suite = suite;
        this.cell = cell;
        this.context = context;
        this.checks = EffectiveChecks.of(suite, cell.evalCase(), cell.cohort());
    }

    List<ScopedCheck> checks() {
        return checks;
    }

    /** What else a check may know: the case's clock, or now. */
    Scene scene() {
        Instant now = cell.evalCase().now();
        return new Scene(
                suite.tools(),
                cell.evalCase().facts(),
                context,
                now == null ? Instant.now() : now,
                cell.cohort().id(),
                suite.catalogue(),
                new CellBackground(suite, cell, judge, texts));
    }

    List<Finding> grade(Transcript transcript) {
        Scene scene = scene();
        List<Finding> findings = new ArrayList<>(checks.size());
        boolean deferred = false;
        for (int i = 0; i < checks.size(); i++) {
            ScopedCheck check = checks.get(i);
            if (check.check() instanceof DeferredCheck) {
                deferred = true;
                findings.add(new Finding(check, DeferredCheck.NOT_EVALUATED));
            } else {
                findings.add(new Finding(check, evaluate(check, transcript, scene)));
            }
        }
        if (deferred && nothingGatingIsLost(findings)) {
            for (int i = 0; i < findings.size(); i++) {
                ScopedCheck check = checks.get(i);
                if (check.check() instanceof DeferredCheck last) {
                    findings.set(i, last(check, last, transcript, scene));
                }
            }
        }
        return findings;
    }

    private static boolean nothingGatingIsLost(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.check().check().severity().gates()
                    && (finding.result() instanceof Failed || finding.result() instanceof Errored)) {
                return false;
            }
        }
        return true;
    }

    private static Finding last(ScopedCheck check, DeferredCheck deferred, Transcript transcript, Scene scene) {
        ScopedCheck weighed = new ScopedCheck(deferred.weighedIn(scene), check.kind(), check.layer(), check.turn());
        return new Finding(weighed, evaluate(weighed, transcript, scene));
    }

    /** A check that throws is an error of ours or of the team's, and says nothing about the agent. */
    static CheckResult evaluate(ScopedCheck check, Transcript transcript, Scene scene) {
        try {
            return check.evaluate(transcript, scene);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            // Without the exception's message, which may quote the customer.
            StackTraceElement[] trace = e.getStackTrace();
            return new Errored(
                    "the check broke with " + e.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]));
        }
    }

    /** Errors outweigh failures, since a half-evaluated trial says nothing for sure; a trial in which nothing gated is an error too. */
    static Outcome outcome(List<Finding> findings) {
        boolean evaluated = false;
        boolean failed = false;
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            if (finding.check().check().severity().gates()) {
                CheckResult result = finding.result();
                if (result instanceof Errored) {
                    return Outcome.ERROR;
                }
                failed |= result instanceof Failed;
                // That a reply gives no card number away does not make a trial that was about something else a pass.
                evaluated |= result instanceof Failed
                        || (result instanceof Passed && finding.check().layer() != Layer.ALWAYS);
            }
        }
        return failed ? Outcome.FAILED : evaluated ? Outcome.PASSED : Outcome.ERROR;
    }

    /** Whether a check was written for this case, rather than for every cell of the suite or cohort. */
    static boolean isOwn(ScopedCheck check) {
        return check.layer() == Layer.CASE || check.layer() == Layer.TURN;
    }
}
