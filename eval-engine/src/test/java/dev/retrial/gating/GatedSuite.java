package dev.retrial.gating;

import dev.retrial.agent.AgentTypes;
import dev.retrial.agent.Answer.Usage;
import dev.retrial.agent.Fingerprint;
import dev.retrial.baseline.Baseline;
import dev.retrial.baseline.BaselineFile;
import dev.retrial.baseline.Blessing;
import dev.retrial.baseline.CellHistory;
import dev.retrial.baseline.CellKey;
import dev.retrial.gate.PassCount;
import dev.retrial.judge.Judge;
import dev.retrial.judge.Judgement;
import dev.retrial.judge.Verdict;
import dev.retrial.junit.Selection;
import dev.retrial.replay.Replayed;
import dev.retrial.replay.TranscriptSource;
import dev.retrial.replay.TrialRequest;
import dev.retrial.results.GateRecord;
import dev.retrial.results.RunDirectory;
import dev.retrial.results.RunReader;
import dev.retrial.results.RunSummary;
import dev.retrial.results.StoppedRun;
import dev.retrial.results.TrialRecord;
import dev.retrial.run.Cancellation;
import dev.retrial.run.Cell;
import dev.retrial.run.CellListener;
import dev.retrial.run.Ending;
import dev.retrial.run.Holding;
import dev.retrial.run.RunPlan;
import dev.retrial.run.RunSettings;
import dev.retrial.run.SuiteRun;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.GateSpec;
import dev.retrial.suite.Status;
import dev.retrial.suite.Suite;
import dev.retrial.suite.SuiteReader;
import dev.retrial.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A suite in a directory whose agent says what a test wants it to say, with the record of a main branch on which everything passed. */
final class GatedSuite {

    static final String PASSES = "That is fine.";
    static final String FAILS = "Nonsense.";
    static final String LEAKS = "That is fine. The secret is out.";
    static final String BREAKS = "";

    private final Path directory;
    private final Path output;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private String gate = "gate: baseline\n";
    private String more = "";
    private BiFunction<String, Integer, String> agent = (cell, trial) -> PASSES;
    private BiFunction<String, Integer, String> main = (cell, trial) -> PASSES;
    private Cancellation cancellation = Cancellation.NEVER;
    private Judge judge = question -> Judgement.of(Verdict.YES, "It is.");

    GatedSuite(Path directory) {
        this.directory = directory.resolve("evals");
        this.output = directory.resolve("target");
        parameters.put("retrial.mode", "ci");
        file("policies/p.yaml", """
                rules:
                  no-secret:
                    says: Nobody hears the secret.
                    severity: critical
                    never: {says: [secret]}
                """);
    }

    GatedSuite gate(String yaml) {
        gate = yaml;
        return this;
    }

    GatedSuite suite(String yaml) {
        more = yaml;
        return this;
    }

    GatedSuite parameter(String key, String value) {
        parameters.put(key, value);
        return this;
    }

    /** Active cases {@code case-1} and so on. */
    GatedSuite cases(int number) {
        return cases(number, "");
    }

    GatedSuite cases(int number, String further) {
        for (int i = 1; i <= number; i++) {
            caseFile("case-" + i, further);
        }
        return this;
    }

    GatedSuite caseFile(String id, String further) {
        return file("cases/" + id + ".yaml", """
                title: A case
                conversation: [{customer: Hello}]
                expect: {reply: {says: [fine]}}
                """ + further);
    }

    GatedSuite file(String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    GatedSuite without(String name) {
        try {
            Files.delete(directory.resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the agent says to a cell ({@code case-1}) in its n-th trial. */
    GatedSuite agent(BiFunction<String, Integer, String> replies) {
        agent = replies;
        return this;
    }

    GatedSuite main(BiFunction<String, Integer, String> replies) {
        main = replies;
        return this;
    }

    GatedSuite judge(Judge other) {
        judge = other;
        return this;
    }

    GatedSuite cancelledBy(Cancellation by) {
        cancellation = by;
        return this;
    }

    /** Blesses a run in which everything passes, twenty times over. */
    GatedSuite blessed() {
        return blessed(baseline -> baseline);
    }

    GatedSuite blessed(UnaryOperator<Baseline> changed) {
        return blessed("P".repeat(CellHistory.LONGEST), changed);
    }

    GatedSuite blessed(String outcomes, UnaryOperator<Baseline> changed) {
        BiFunction<String, Integer, String> later = agent;
        agent = (cell, trial) -> PASSES;
        RunDirectory run = new RunDirectory(run(GateSpec.of(GateSpec.By.STRICT)).directory());
        agent = later;
        try {
            Baseline once = Blessing.bless(null, run);
            SortedMap<CellKey, CellHistory> cells = new TreeMap<>();
            once.cells()
                    .forEach((key, cell) ->
                            cells.put(key, new CellHistory(cell.hash(), outcomes, new PassCount(0, 0), List.of())));
            BaselineFile.write(
                    directory.resolve(GateSpec.BASELINE),
                    changed.apply(new Baseline(
                            once.suite(), once.fingerprint(), once.guards(), once.runs(), once.removed(), cells)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Suite read() {
        file("suite.yaml", gate + more);
        try {
            return new SuiteReader(new AgentTypes(getClass().getClassLoader())).read(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Ran run() {
        return run(null);
    }

    private Ran run(@Nullable GateSpec instead) {
        Suite suite = read();
        List<Cell> cells = new ArrayList<>();
        RunSettings settings = RunSettings.of(parameters, Map.of());
        int all = Selection.cellsOf(suite);
        MainsStatuses statuses = MainsStatuses.of(suite, "acme.Test", settings, all, all);
        suite.files().forEach(file -> {
            if (file instanceof EvalCase read && read.status() != Status.RETIRED) {
                EvalCase evalCase = instead == null ? statuses.of(read) : read;
                evalCase.cohorts()
                        .keySet()
                        .forEach(id ->
                                cells.add(new Cell(evalCase, suite.cohorts().get(id))));
            }
        });
        List<String> console = new ArrayList<>();
        RunPlan plan =
                new RunPlan("acme.Test", suite, settings, output, cells, false, Holding.NONE, judge, console::add);
        GateSpec spec = instead != null ? instead : suite.gate();
        SuiteGate held = SuiteGate.of(spec, spec.baseline(), plan, () -> source(main), cancellation);
        Map<String, Ending> endings = new LinkedHashMap<>();
        Map<String, String> skipped = new LinkedHashMap<>();
        Path directory;
        try (SuiteRun run = SuiteRun.open(plan.heldBy(held), source(agent))) {
            directory = run.directory();
            held.begins(run);
            run.execute(new Heard(endings, skipped), cancellation);
        }
        return new Ran(directory, endings, skipped, held.ending(), console);
    }

    private static TranscriptSource source(BiFunction<String, Integer, String> replies) {
        return new TranscriptSource() {
            @Override
            public Replayed replay(TrialRequest request) {
                String reply = replies.apply(request.evalCase().id(), request.trial());
                return reply.equals(BREAKS)
                        ? new Replayed.Broken(Transcript.of(List.of()), Usage.UNKNOWN, List.of(), "it is down", null)
                        : new Replayed.Complete(
                                Transcript.builder()
                                        .customer("Hello")
                                        .agent(reply)
                                        .build(),
                                new Usage(10, 20),
                                List.of());
            }

            @Override
            public Fingerprint fingerprint() {
                return new Fingerprint("small", "p1", null);
            }

            @Override
            public List<String> warnings(List<EvalCase> cases) {
                return List.of();
            }

            @Override
            public void close() {}
        };
    }

    private record Heard(Map<String, Ending> endings, Map<String, String> skipped) implements CellListener {

        @Override
        public void started(Cell cell) {}

        @Override
        public void finished(Cell cell, Ending ending) {
            endings.put(cell.displayName(), ending);
        }

        @Override
        public void skipped(Cell cell, String reason) {
            skipped.put(cell.displayName(), reason);
        }
    }

    /**
     * A run that is over.
     *
     * @param directory its results
     * @param endings how the cells ended that ran
     * @param skipped why the others did not
     * @param gate how the test {@code [gate]} ended
     * @param console what was printed
     */
    record Ran(
            Path directory,
            Map<String, Ending> endings,
            Map<String, String> skipped,
            Ending gate,
            List<String> console) {

        Ending of(String caseId) {
            return endings.get(caseId + " [default]");
        }

        boolean isGreen() {
            return gate.kind() == Ending.Kind.PASSED
                    && endings.values().stream().noneMatch(Ending::isRed);
        }

        RunSummary summary() {
            try {
                return RunReader.summary(new RunDirectory(directory));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        GateRecord record() {
            return summary().gate();
        }

        /** What the results say of a run that was stopped; null where it is complete. */
        @Nullable
        StoppedRun stopped() {
            try {
                return RunReader.stopped(new RunDirectory(directory));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Stream<TrialRecord> trials(String stage) {
            List<TrialRecord> trials = new ArrayList<>();
            try (RunReader reader = RunReader.open(new RunDirectory(directory))) {
                for (TrialRecord trial = reader.next(); trial != null; trial = reader.next()) {
                    if (trial.stage().equals(stage)) {
                        trials.add(trial);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return trials.stream();
        }
    }
}
