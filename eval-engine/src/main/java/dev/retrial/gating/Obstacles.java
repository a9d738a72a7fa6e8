package dev.retrial.gating;

import dev.retrial.run.Ending;
import dev.retrial.run.SuiteRun;
import dev.retrial.suite.BrokenFile;
import dev.retrial.suite.CaseFile;
import dev.retrial.suite.Suite;
import java.util.ArrayList;
import java.util.List;

/** What keeps a run from saying anything about the change, however its cells ended. */
final class Obstacles {

    private Obstacles() {}

    /** The obstacles, each a clause. */
    static List<String> of(Suite suite, SuiteRun run, Spending spending) {
        List<String> obstacles = new ArrayList<>();
        String over = spending.over();
        if (over != null) {
            obstacles.add(over);
        } else if (run.isCancelled()) {
            obstacles.add("the run was cancelled");
        }
        for (CaseFile file : suite.files()) {
            if (file instanceof BrokenFile) {
                obstacles.add(file.file() + " is broken");
            }
        }
        return obstacles;
    }

    /** How a gate ends that was never asked, because the run broke. */
    static Ending undecided() {
        return Ending.error("Nobody knows: the run ended before the gate could decide.");
    }
}
