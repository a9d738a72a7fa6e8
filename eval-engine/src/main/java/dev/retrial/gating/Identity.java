package dev.retrial.gating;

import dev.retrial.results.RunFingerprint;
import dev.retrial.run.Cell;
import dev.retrial.run.RunPlan;
import dev.retrial.run.SuiteRun;
import java.util.HashMap;
import java.util.Map;

/** What a run is made of: by it people see what differs from main, and a later run knows that it is the same. */
final class Identity {

    private Identity() {}

    static RunFingerprint of(RunPlan plan, SuiteRun run) {
        Map<String, String> cases = new HashMap<>();
        for (Cell cell : plan.cells()) {
            if (run.skips(cell) == null) {
                cases.put(cell.evalCase().id(), cell.evalCase().hash());
            }
        }
        return RunFingerprint.of(run.header(), cases);
    }
}
