package dev.retrial.junit;

import dev.retrial.replay.TranscriptSource;
import dev.retrial.run.Cell;
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

    /** Says what the agent will not see of these cells, although their cases promise it. */
    static void of(TranscriptSource source, List<Cell> cells, Consumer<String> console) {
        List<EvalCase> cases = new ArrayList<>();
        EvalCase last = null;
        for (Cell cell : cells) {
            if (cell.evalCase() != last) {
                last = cell.evalCase();
                cases.add(last);
            }
        }
        for (String warning : source.warnings(cases)) {
            console.accept("Retrial: warning: " + warning);
        }
    }
}
