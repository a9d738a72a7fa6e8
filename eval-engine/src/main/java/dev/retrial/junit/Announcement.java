package dev.retrial.junit;

import dev.retrial.agent.Fingerprint;
import dev.retrial.judge.JudgeIdentity;
import dev.retrial.judge.Standing;
import dev.retrial.judging.CalibratedJudge;
import dev.retrial.replay.TranscriptSource;
import dev.retrial.run.Cell;
import dev.retrial.run.RunPlan;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Problem;
import dev.retrial.suite.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/** What is said once, before a run begins. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Announcement {

    /** A suite of thousands of cases may be wrong in each of them in the same way. */
    private static final int MOST_WARNINGS = 20;

    private Announcement() {}

    /** Says what of the suite was selected, where that is not all, and what its files warn of. */
    public static void of(Suite suite, int selected, Consumer<String> console) {
        int all = Selection.cellsOf(suite);
        if (selected < all) {
            console.accept("Retrial: " + selected + " of " + all + " cells selected.");
        }
        List<Problem> warnings = suite.warnings();
        for (int i = 0; i < Math.min(warnings.size(), MOST_WARNINGS); i++) {
            console.accept("Retrial: warning: " + warnings.get(i));
        }
        if (warnings.size() > MOST_WARNINGS) {
            console.accept(
                    "Retrial: " + (warnings.size() - MOST_WARNINGS) + " more warnings, of the same files or others.");
        }
    }

    /** Says what keeps the judge's word from being worth much. */
    public static void of(RunPlan plan, Fingerprint agent) {
        if (!plan.asksTheJudge()) {
            return;
        }
        JudgeIdentity judge = plan.judge().identity();
        if (judge.isModel(agent.model())) {
            plan.console()
                    .accept("Retrial: warning: " + judge.model()
                            + " judges itself: agent and judge are the same model, which likes its own answers;"
                            + " ask another one");
        }
        if (!(plan.judge() instanceof CalibratedJudge) && judge.isKnown()) {
            plan.console()
                    .accept("Retrial: warning: nobody has measured how far the judge " + judge.model()
                            + " agrees with people; label some conversations and name them as `judge.calibration`");
        }
    }

    /** Says how far the judge agrees with people, class by class, where it was held against their labels. */
    public static void ofAgreement(RunPlan plan) {
        if (plan.judge() instanceof CalibratedJudge calibrated) {
            for (String criterionClass : calibrated.measured().keySet()) {
                Standing standing = calibrated.standing(criterionClass);
                plan.console()
                        .accept("Retrial: the judge " + (standing.gates() ? "gates" : "is only advisory")
                                + " in the class " + criterionClass + ": " + standing.reason());
            }
        }
    }

    /** Says what the agent will not see of these cells, although their cases promise it. */
    static void of(TranscriptSource source, List<Cell> cells, Consumer<String> console) {
        for (String warning : source.warnings(casesOf(cells))) {
            console.accept("Retrial: warning: " + warning);
        }
    }

    /** Says what the agent's answers made of the expectations of these cells. */
    public static void ofAnswers(TranscriptSource source, List<Cell> cells, Consumer<String> console) {
        for (String remark : source.remarks(casesOf(cells))) {
            console.accept("Retrial: warning: " + remark);
        }
    }

    private static List<EvalCase> casesOf(List<Cell> cells) {
        List<EvalCase> cases = new ArrayList<>();
        EvalCase last = null;
        for (Cell cell : cells) {
            if (cell.evalCase() != last) {
                last = cell.evalCase();
                cases.add(last);
            }
        }
        return cases;
    }
}
