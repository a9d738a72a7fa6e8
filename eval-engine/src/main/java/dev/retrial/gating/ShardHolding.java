package dev.retrial.gating;

import dev.retrial.run.Cell;
import dev.retrial.run.Ending;
import dev.retrial.run.Holding;
import dev.retrial.run.RunPlan;
import dev.retrial.run.Shard;
import dev.retrial.run.SuiteRun;
import dev.retrial.suite.GateSpec;
import dev.retrial.suite.GateSpec.By;
import dev.retrial.suite.Status;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Leaves what failed in a shard to the decision over all of them: how often a cell must fail to be worse than main depends on how many others fail.
 *
 * <p>What no decision is about stays red in its shard: errors, broken files, self-checks, comparisons of cohorts, what is known to fail.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ShardHolding implements Holding {

    /** Whether others decide: the run is a whole shard of a suite that is compared with a record, and there is one. */
    public static boolean appliesTo(GateSpec spec, RunPlan plan) {
        Shard shard = plan.settings().shard();
        return spec.by() == By.BASELINE
                && shard.isPart()
                && plan.settings().changedSince() == null
                && plan.cells().size() == shard.cellsOf(plan.suite())
                && Files.exists(plan.suite().directory().resolve(spec.baseline()));
    }

    @Override
    public boolean holds(Cell cell, Ending ending) {
        Status status = cell.evalCase().status();
        return ending.kind() == Ending.Kind.FAILED && (status == Status.ACTIVE || status == Status.QUARANTINED);
    }

    @Override
    public List<Ending> release(List<Held> held, SuiteRun run) {
        List<Ending> endings = new ArrayList<>(held.size());
        for (Held one : held) {
            endings.add(Ending.aborted("failed; whether that is worse than main is decided when the shards are merged\n"
                    + one.ending().message()));
        }
        return endings;
    }
}
