package dev.retrial.gating;

import dev.retrial.baseline.Baseline;
import dev.retrial.baseline.BaselineFile;
import dev.retrial.baseline.CellKey;
import dev.retrial.baseline.Refused;
import dev.retrial.check.CheckKinds;
import dev.retrial.run.Cell;
import dev.retrial.run.RunPlan;
import dev.retrial.run.RunSettings;
import dev.retrial.run.Shard;
import dev.retrial.suite.CaseFile;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.GateSpec;
import dev.retrial.suite.GateSpec.By;
import dev.retrial.suite.Status;
import dev.retrial.suite.Suite;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * Holds a change to what main says of its cases: one that the change itself puts in quarantine, calls known to fail or makes a draft gates as it did.
 *
 * <p>A tombstone ({@code retired}) is taken as it is, and so is a case that was taken out of the record with a reason.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class MainsStatuses {

    /** The statuses of the files, as they are. */
    public static final MainsStatuses NONE = new MainsStatuses(Set.of());

    private final Set<String> active;

    private MainsStatuses(Set<String> active) {
        this.active = active;
    }

    /**
     * What main says, where the run decides on a change or is a whole shard of one that does; else {@link #NONE}.
     *
     * @param suite the suite
     * @param name its name in results
     * @param cells how many cells run
     * @param all how many cells the suite has
     */
    public static MainsStatuses of(Suite suite, String name, RunSettings settings, int cells, int all) {
        GateSpec spec = suite.gate();
        Shard shard = settings.shard();
        if (spec == null
                || spec.by() != By.BASELINE
                || settings.changedSince() != null
                || cells < (shard.isPart() ? shard.cellsOf(suite) : all)) {
            return NONE;
        }
        try {
            Baseline baseline = BaselineFile.read(suite.directory().resolve(spec.baseline()));
            return baseline == null ? NONE : of(baseline, name);
        } catch (IOException | Refused e) {
            // The gate says so.
            return NONE;
        }
    }

    private static MainsStatuses of(Baseline baseline, String name) {
        if (!baseline.suite().equals(name) || !baseline.vocabulary().equals(CheckKinds.VERSION)) {
            return NONE;
        }
        Set<String> active = new HashSet<>();
        Map<String, String> guards = baseline.guards();
        if (!guards.isEmpty()) {
            for (CellKey cell : baseline.cells().keySet()) {
                if (!guards.containsKey("status:" + cell.caseId())) {
                    active.add(cell.caseId());
                }
            }
        }
        return new MainsStatuses(active);
    }

    /** The case as it runs: with the status that main gives it, where the change relaxed that. */
    public EvalCase of(EvalCase evalCase) {
        return switch (evalCase.status()) {
            case ACTIVE, RETIRED -> evalCase;
            case DRAFT, KNOWN_FAILING, QUARANTINED ->
                active.contains(evalCase.id()) ? evalCase.as(Status.ACTIVE) : evalCase;
        };
    }

    /** The cases of a plan that run with another status than their file has. */
    static Set<String> governed(RunPlan plan) {
        Set<String> running = new HashSet<>();
        for (Cell cell : plan.cells()) {
            if (cell.evalCase().status() == Status.ACTIVE) {
                running.add(cell.evalCase().id());
            }
        }
        Set<String> governed = new TreeSet<>();
        for (CaseFile file : plan.suite().files()) {
            if (file instanceof EvalCase evalCase
                    && evalCase.status() != Status.ACTIVE
                    && running.contains(evalCase.id())) {
                governed.add(evalCase.id() + " (" + evalCase.status().key() + ")");
            }
        }
        return governed;
    }
}
