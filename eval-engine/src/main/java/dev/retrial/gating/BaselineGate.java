package dev.retrial.gating;

import dev.retrial.agent.Answer.Usage;
import dev.retrial.baseline.Baseline;
import dev.retrial.baseline.Blessing;
import dev.retrial.baseline.CellKey;
import dev.retrial.baseline.Weakening;
import dev.retrial.check.Failed;
import dev.retrial.check.Severity;
import dev.retrial.decision.CellVerdict;
import dev.retrial.decision.Decision;
import dev.retrial.decision.RunCell;
import dev.retrial.decision.Terms;
import dev.retrial.gate.GateDecision.Verdict;
import dev.retrial.gate.GateRules;
import dev.retrial.gate.Wanted.Stage;
import dev.retrial.gating.EarlierRuns.Kept;
import dev.retrial.replay.TranscriptSource;
import dev.retrial.results.GateRecord;
import dev.retrial.results.GateRecord.Notice;
import dev.retrial.results.TrialRecord;
import dev.retrial.run.Cancellation;
import dev.retrial.run.Cell;
import dev.retrial.run.Ending;
import dev.retrial.run.RunPlan;
import dev.retrial.run.SuiteRun;
import dev.retrial.run.Trial;
import dev.retrial.suite.BrokenFile;
import dev.retrial.suite.CaseFile;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.GateSpec;
import dev.retrial.suite.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** No cell and no slice may be worse than main's record: a cell that failed waits until that is known. */
final class BaselineGate implements SuiteGate {

    private final GateSpec spec;
    private final RunPlan plan;
    private final Baseline baseline;
    private final Supplier<TranscriptSource> control;
    private final Cancellation cancellation;
    private final Spending spending;
    private final Map<Cell, Heard> heard = new IdentityHashMap<>();
    private final Map<String, Integer> stages = new TreeMap<>();
    private EarlierRuns earlier = EarlierRuns.none();
    private Map<String, String> identity = Map.of();
    private @Nullable Attempts attempts;
    private @Nullable Ending ending;

    BaselineGate(
            GateSpec spec,
            RunPlan plan,
            Baseline baseline,
            Supplier<TranscriptSource> control,
            Cancellation cancellation) {
        this.spec = spec;
        this.plan = plan;
        this.baseline = baseline;
        this.control = control;
        this.cancellation = cancellation;
        this.spending = new Spending(spec.budget());
    }

    /** What a cell's trials said. */
    private static final class Heard {

        /** Its planned trials by their number; an error is none. */
        final Map<Integer, Boolean> planned = new TreeMap<>();

        final Map<String, Integer> critical = new HashMap<>();
        int index = -1;

        @Nullable
        String hash;

        /** Its first trial that could be evaluated. */
        @Nullable
        Boolean first() {
            return planned.isEmpty() ? null : planned.values().iterator().next();
        }
    }

    @Override
    public void begins(SuiteRun run) {
        identity = Identity.ofDecision(plan, run, spec);
        if (plan.settings().revision() != null) {
            earlier = EarlierRuns.of(run.directory(), identity);
        }
    }

    @Override
    public synchronized void ended(Trial trial, String stage, Usage usage, Map<String, String> hashes) {
        spending.add(trial, usage);
        stages.merge(stage, 1, Integer::sum);
        Heard cell = heard.computeIfAbsent(trial.cell(), each -> new Heard());
        cell.hash = Blessing.hashOf(hashes);
        boolean first = stage.equals(TrialRecord.FIRST);
        if (first && trial.outcome() != Trial.Outcome.ERROR) {
            cell.planned.put(trial.number(), trial.outcome() == Trial.Outcome.PASSED);
        }
        if (!stage.equals("control")) {
            for (Trial.Finding finding : trial.findings()) {
                if (finding.result() instanceof Failed
                        && finding.check().check().severity(finding.result()) == Severity.CRITICAL) {
                    String rule = finding.check().check().name();
                    if (attempts != null && cell.index >= 0) {
                        attempts.broke(cell.index, rule);
                    } else {
                        cell.critical.merge(rule, 1, Integer::sum);
                    }
                }
            }
        }
    }

    @Override
    public synchronized boolean holds(Cell cell, Ending ending) {
        if (!gates(cell.evalCase())) {
            return false;
        }
        Heard said = heard.get(cell);
        Kept kept = earlier.of(key(cell));
        return ending.kind() != Ending.Kind.PASSED
                || said == null
                || !Boolean.TRUE.equals(said.first())
                || (kept != null && Boolean.FALSE.equals(kept.first));
    }

    private static boolean gates(EvalCase evalCase) {
        return evalCase.status() == Status.ACTIVE || evalCase.status() == Status.QUARANTINED;
    }

    @Override
    public @Nullable String stops() {
        return spending.over();
    }

    @Override
    public List<Ending> release(List<Held> held, SuiteRun run) {
        List<Cell> gating = new ArrayList<>();
        Map<CellKey, String> leftOut = leftOut();
        for (Cell cell : plan.cells()) {
            if (gates(cell.evalCase()) && run.skips(cell) == null) {
                gating.add(cell);
            } else {
                leftOut.put(key(cell), cell.evalCase().status().key());
            }
        }
        Attempts made = new Attempts(gating, run, cancellation, control);
        List<RunCell> cells = new ArrayList<>();
        synchronized (this) {
            for (int i = 0; i < gating.size(); i++) {
                cells.add(cell(gating.get(i), i, made));
            }
            attempts = made;
        }
        List<String> obstacles = Obstacles.of(plan.suite(), run, spending);
        Decision decision;
        try {
            decision = Decision.of(terms(), cells, leftOut, baseline, made, spec.control() != null, obstacles);
        } finally {
            made.close();
        }
        String over = spending.over();
        if (over != null && !obstacles.contains(over)) {
            obstacles.add(over);
        }
        GateRecord record = decision.record(
                new GateRecord.Reference(
                        spec.baseline(),
                        baseline.runs().size(),
                        baseline.cells().size(),
                        baseline.fingerprint().parts()),
                identity,
                stages,
                notices(run));
        run.decided(record);
        for (String line : GateLines.console(record)) {
            plan.console().accept(line);
        }
        String facts = GateLines.facts(record);
        ending = switch (decision.verdict()) {
            case GREEN -> Ending.PASSED;
            case RED -> Ending.failed(facts);
            case INCONCLUSIVE -> Ending.error(facts);
        };
        Map<Cell, CellVerdict> verdicts = new IdentityHashMap<>();
        for (int i = 0; i < gating.size(); i++) {
            verdicts.put(gating.get(i), decision.cells().get(i));
        }
        List<Ending> endings = new ArrayList<>(held.size());
        for (Held one : held) {
            CellVerdict verdict = verdicts.get(one.cell());
            endings.add(verdict == null ? one.ending() : ending(verdict, one.ending(), decision.verdict()));
        }
        return endings;
    }

    /** What is known of a cell: first what earlier runs of the same said of it, which stays said, then this one. */
    private RunCell cell(Cell cell, int index, Attempts made) {
        EvalCase evalCase = cell.evalCase();
        Heard said = heard.get(cell);
        Kept kept = earlier.of(key(cell));
        Boolean first = null;
        if (kept != null) {
            first = kept.first;
            kept.further.forEach((stage, outcomes) -> outcomes.forEach(passed -> made.known(index, stage, passed)));
            broke(index, kept.critical, made);
        }
        if (said != null) {
            said.index = index;
            for (boolean passed : said.planned.values()) {
                if (first == null) {
                    first = passed;
                } else {
                    made.known(index, Stage.CONFIRM, passed);
                }
            }
            broke(index, said.critical, made);
        }
        return new RunCell(
                key(cell),
                said == null ? null : said.hash,
                evalCase.difficulty() == null ? null : evalCase.difficulty().key(),
                evalCase.failure() == null ? null : evalCase.failure().key(),
                evalCase.tags(),
                first);
    }

    private static void broke(int index, Map<String, Integer> critical, Attempts made) {
        critical.forEach((rule, count) -> {
            for (int i = 0; i < count; i++) {
                made.broke(index, rule);
            }
        });
    }

    /** The cells that cannot gate since they are no tests, by their reason: tombstones, and cases whose file is broken. */
    private Map<CellKey, String> leftOut() {
        Map<CellKey, String> leftOut = new TreeMap<>();
        Map<String, String> broken = new HashMap<>();
        for (CaseFile file : plan.suite().files()) {
            if (file instanceof EvalCase evalCase && evalCase.status() == Status.RETIRED) {
                for (String cohort : evalCase.cohorts().keySet()) {
                    leftOut.put(new CellKey(evalCase.id(), cohort), Status.RETIRED.key());
                }
            } else if (file instanceof BrokenFile) {
                broken.put(stem(file.file()), "broken file");
            }
        }
        for (CellKey key : baseline.cells().keySet()) {
            String reason = broken.get(key.caseId());
            if (reason != null) {
                leftOut.putIfAbsent(key, reason);
            }
        }
        return leftOut;
    }

    private static String stem(String file) {
        int start = file.lastIndexOf('/') + 1;
        int end = file.lastIndexOf('.');
        return file.substring(start, end > start ? end : file.length());
    }

    private static CellKey key(Cell cell) {
        return new CellKey(cell.evalCase().id(), cell.cohort().id());
    }

    private Terms terms() {
        List<Terms.Floor> floors = new ArrayList<>();
        for (GateSpec.Floor floor : spec.floors()) {
            floors.add(new Terms.Floor(floor.part(), floor.rate()));
        }
        return new Terms(
                plan.settings().nightly() ? GateRules.NIGHTLY : GateRules.DEFAULT,
                spec.slices(),
                floors,
                spec.complete());
    }

    /** Cells that are gone are findings of their own. */
    private List<Notice> notices(SuiteRun run) {
        List<Notice> notices = new ArrayList<>();
        for (String weakened :
                Weakening.byGuards(baseline.guards(), run.header().yardstick().guards())) {
            notices.add(new Notice("weakened", weakened));
        }
        Set<String> governed = MainsStatuses.governed(plan);
        if (!governed.isEmpty()) {
            notices.add(new Notice(
                    "status",
                    "main's status counts until the change is on main, so these gate all the same: "
                            + String.join(", ", governed) + "; what has to rest at once is taken out of the record:"
                            + " bless --remove CASE --because '…'"));
        }
        if (!earlier.same().isEmpty()) {
            notices.add(new Notice(
                    "kept",
                    "the same was decided before (" + String.join(", ", earlier.same())
                            + "): its attempts come first, and those of this run are added"));
        }
        if (earlier.tried() > 1) {
            notices.add(new Notice(
                    "tried", earlier.tried() + " fingerprints have been held against this record, this one included"));
        }
        String warning = spending.warning();
        if (warning != null) {
            notices.add(new Notice("budget", warning));
        }
        return notices;
    }

    /** How a cell that was held ends: red where it is confirmed, and otherwise shown as skipped, with the reason; what nobody knows is an error. */
    private static Ending ending(CellVerdict verdict, Ending was, Verdict gate) {
        String facts = was.message().isEmpty() ? verdict.sentence() : verdict.sentence() + "\n" + was.message();
        return switch (verdict.kind()) {
            case REGRESSION, CRITICAL, NEW_FAILING -> Ending.failed(facts, was.expected(), was.actual());
            case NOT_CONFIRMED, SUSPECT, MAIN_FAILS_TOO -> Ending.aborted(facts);
            case PASSED -> Ending.aborted("passed at first, which is what the gate goes by\n" + was.message());
            case OPEN -> Ending.error(facts);
            case NOT_EVALUATED ->
                gate == Verdict.GREEN
                        ? Ending.aborted(
                                "could not be evaluated, which the suite tolerates ('complete')\n" + was.message())
                        : was;
        };
    }

    @Override
    public Ending ending() {
        return ending != null ? ending : Obstacles.undecided();
    }
}
