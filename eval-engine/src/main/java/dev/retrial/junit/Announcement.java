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

    private Announcement() {}

    /** Says what of the suite was selected, where that is not all, and what its files warn of. */
    public static void of(Suite suite, int selected, Consumer<String> console) {
        int all = Selection.cellsOf(suite);
        if (selected < all) {
            console.accept("Retrial: " + selected + " of " + all + " cells selected.");
        }
        for (Problem warning : suite.warnings()) {
            console.accept("Retrial: warning: " + warning);
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
