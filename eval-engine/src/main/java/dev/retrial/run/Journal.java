package dev.retrial.run;

import dev.retrial.agent.Answer;
import dev.retrial.agent.Fingerprint;
import dev.retrial.check.Check;
import dev.retrial.check.CheckKinds;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Errored;
import dev.retrial.check.Evidence;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.check.Severity;
import dev.retrial.check.outcome.Escalation;
import dev.retrial.check.outcome.OutcomeIs;
import dev.retrial.judge.JudgeIdentity;
import dev.retrial.judge.Rubric;
import dev.retrial.results.CheckRecord;
import dev.retrial.results.CohortsRecord;
import dev.retrial.results.GateRecord;
import dev.retrial.results.LeafRecord;
import dev.retrial.results.Portion;
import dev.retrial.results.RunDirectory;
import dev.retrial.results.RunHeader;
import dev.retrial.results.RunSummary;
import dev.retrial.results.RunWriter;
import dev.retrial.results.StoppedRun;
import dev.retrial.results.TrialRecord;
import dev.retrial.results.Yardstick;
import dev.retrial.run.Trial.Finding;
import dev.retrial.suite.CaseFile;
import dev.retrial.suite.Cohort;
import dev.retrial.suite.Difficulty;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.FailureClass;
import dev.retrial.suite.ScopedCheck;
import dev.retrial.suite.Status;
import dev.retrial.suite.Suite;
import dev.retrial.suite.Trials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The journal of a run: from the model to the results' records, line by line. */
final class Journal implements AutoCloseable {

    private final RunHeader header;
    private final RunWriter writer;

    private Journal(RunHeader header, RunWriter writer) {
        this.header = header;
        this.writer = writer;
    }

    static Journal open(RunPlan plan, Trials trials, Fingerprint agent, Map<String, String> skipped) {
        try {
            RunDirectory directory = RunDirectory.create(plan.output(), plan.name());
            RunHeader header = new RunHeader(
                    directory.run(),
                    plan.name(),
                    Instant.now(),
                    plan.settings().mode().key(),
                    plan.partial(),
                    trials.attempts(),
                    trials.pass(),
                    agent(agent, plan.suite()),
                    plan.asksTheJudge() ? judge(plan.judge().identity()) : Map.of(),
                    planned(plan.cells(), skipped),
                    notRun(plan.suite(), skipped),
                    new Yardstick(CheckKinds.VERSION, plan.suite().hashes(), Guards.of(plan.suite(), trials)),
                    portion(plan));
            return new Journal(header, RunWriter.open(directory, header));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the results cannot be written below " + plan.output() + "; choose another directory with -D"
                            + RunSettings.OUTPUT,
                    e);
        }
    }

    Path directory() {
        return writer.directory().path();
    }

    /** Writes what was said, then the trial's line, so that a line never names a file that is not there. */
    void trial(
            Trial trial, String stage, Map<String, String> hashes, Answer.Usage usage, Instant startedAt, long millis) {
        EvalCase evalCase = trial.cell().evalCase();
        FailureClass failure = evalCase.failure();
        Difficulty difficulty = evalCase.difficulty();
        try {
            String transcript = transcript(trial);
            writer.trial(new TrialRecord(
                    header.suite(),
                    evalCase.id(),
                    trial.cell().cohort().id(),
                    trial.number(),
                    stage,
                    trial.outcome().key(),
                    trial.reason(),
                    escalation(trial),
                    evalCase.status().key(),
                    failure == null ? null : failure.key(),
                    difficulty == null ? null : difficulty.key(),
                    evalCase.tags(),
                    evalCase.ticket() == null ? 1 : evalCase.ticket().seen(),
                    evalCase.file(),
                    evalCase.line(),
                    hashes,
                    checks(trial.findings()),
                    new TrialRecord.Usage(usage.inputTokens(), usage.outputTokens()),
                    startedAt,
                    millis,
                    transcript));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what the cohorts of a case have in common; nothing of it is confidential, for it was masked when it was kept. */
    void cohorts(AcrossCohorts.Compared compared) {
        EvalCase evalCase = compared.evalCase();
        FailureClass failure = evalCase.failure();
        Difficulty difficulty = evalCase.difficulty();
        List<CheckRecord> checks = new ArrayList<>(compared.findings().size());
        boolean failed = false;
        for (dev.retrial.check.report.Finding finding : compared.findings()) {
            failed |= finding.result() instanceof Failed
                    && finding.check().severity().gates();
            checks.add(record(finding.check(), finding.result(), List.of()));
        }
        try {
            writer.cohorts(new CohortsRecord(
                    header.suite(),
                    evalCase.id(),
                    checks.isEmpty() ? "skipped" : failed ? "failed" : "passed",
                    checks.isEmpty() ? compared.ending().message() : null,
                    evalCase.status().key(),
                    failure == null ? null : failure.key(),
                    difficulty == null ? null : difficulty.key(),
                    evalCase.tags(),
                    evalCase.file(),
                    evalCase.line(),
                    compared.compared(),
                    checks));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void leaf(LeafRecord leaf) {
        try {
            writer.leaf(leaf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the run is about to do, as its results say. */
    RunHeader header() {
        return header;
    }

    /**
     * Ends the results.
     *
     * @param stopped why the run ended before every planned cell had an outcome; null where it did not
     */
    void end(
            @Nullable String stopped,
            RunSummary.Cells cells,
            RunSummary.Trials trials,
            List<String> uncoveredRules,
            @Nullable GateRecord gate) {
        RunSummary summary = new RunSummary(
                header.run(),
                header.suite(),
                header.startedAt(),
                Instant.now(),
                header.mode(),
                header.partial(),
                cells,
                trials,
                uncoveredRules,
                header.portion(),
                gate);
        try {
            if (stopped == null) {
                writer.complete(summary);
            } else {
                writer.stopped(new StoppedRun(stopped, summary));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable String transcript(Trial trial) throws IOException {
        if (trial.transcript().events().isEmpty()) {
            return null;
        }
        boolean only = header.attempts() == 1;
        Cell cell = trial.cell();
        return writer.transcript(
                cell.evalCase().id(),
                only && trial.number() == 1 && cell.evalCase().cohorts().size() == 1
                        ? null
                        : cell.cohort().id(),
                only && trial.number() == 1 ? 0 : trial.number(),
                new Messages(trial.transcript()));
    }

    private static @Nullable String escalation(Trial trial) {
        Escalation found = null;
        List<Finding> findings = trial.findings();
        for (int i = 0; i < findings.size(); i++) {
            ScopedCheck scoped = findings.get(i).check();
            if (scoped.check() instanceof OutcomeIs outcome) {
                Integer turn = scoped.turn();
                Escalation here = outcome.escalation(
                        turn == null ? trial.transcript() : trial.transcript().turn(turn));
                if (here != null && (found == null || here.outweighs(found))) {
                    found = here;
                }
            }
        }
        return found == null ? null : found.key();
    }

    private static List<CheckRecord> checks(List<Finding> findings) {
        List<CheckRecord> records = new ArrayList<>(findings.size());
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            records.add(record(finding.check().check(), finding.result(), findings));
        }
        return records;
    }

    private static CheckRecord record(Check of, CheckResult result, List<Finding> all) {
        String check = of.name();
        String severity = severity(of.severity(result));
        if (result instanceof Passed passed) {
            return new CheckRecord(
                    check, severity, "passed", masked(passed.note(), all), null, null, null, spans(passed.evidence()));
        }
        if (result instanceof Failed failed) {
            return new CheckRecord(
                    check,
                    severity,
                    "failed",
                    masked(failed.nearestMiss(), all),
                    masked(failed.expected(), all),
                    masked(failed.was(), all),
                    failed.turn(),
                    spans(failed.evidence()));
        }
        if (result instanceof NotApplicable none) {
            return new CheckRecord(
                    check, severity, "not-applicable", masked(none.reason(), all), null, null, null, List.of());
        }
        Errored errored = (Errored) result;
        return new CheckRecord(check, severity, "error", masked(errored.reason(), all), null, null, null, List.of());
    }

    private static @Nullable String masked(@Nullable String text, List<Finding> findings) {
        return text == null ? null : TrialReport.masked(text, findings);
    }

    private static List<CheckRecord.Span> spans(List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            return List.of();
        }
        List<CheckRecord.Span> spans = new ArrayList<>(evidence.size());
        for (Evidence place : evidence) {
            spans.add(new CheckRecord.Span(place.turn(), place.start(), place.end()));
        }
        return spans;
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "critical";
            case MAJOR -> "major";
            case ADVISORY -> "advisory";
        };
    }

    static Portion portion(RunPlan plan) {
        Shard shard = plan.settings().shard();
        return new Portion(
                shard.number(),
                shard.of(),
                shard.isPart() && plan.cells().size() < shard.cellsOf(plan.suite()),
                plan.settings().changedSince());
    }

    /** With the retired cases, which no plan holds: by them a later run knows that they were not just lost. */
    private static Map<String, String> notRun(Suite suite, Map<String, String> skipped) {
        Map<String, String> all = new LinkedHashMap<>(skipped);
        for (CaseFile file : suite.files()) {
            if (file instanceof EvalCase evalCase && evalCase.status() == Status.RETIRED) {
                all.put(evalCase.id(), evalCase.status().key());
            }
        }
        return all;
    }

    private static Map<String, String> agent(Fingerprint fingerprint, Suite suite) {
        Map<String, String> agent = new LinkedHashMap<>();
        put(agent, "model", fingerprint.model());
        put(agent, "promptHash", fingerprint.promptHash());
        put(agent, "toolHash", fingerprint.toolHash());
        for (Cohort cohort : suite.cohorts().values()) {
            if (cohort.overlay() != null) {
                put(agent, "overlay:" + cohort.id(), hashOf(cohort.overlay()));
            }
        }
        return agent;
    }

    /** Null where it cannot be read, which the cells that need it say. */
    private static @Nullable String hashOf(Path overlay) {
        try {
            return Rubric.sha256(Files.readString(overlay));
        } catch (IOException e) {
            return null;
        }
    }

    private static Map<String, String> judge(JudgeIdentity identity) {
        Map<String, String> judge = new LinkedHashMap<>();
        put(judge, "model", identity.model() == null ? "unknown" : identity.model());
        put(judge, "rubricHash", identity.rubricHash());
        put(judge, "settings", identity.settings().isEmpty() ? null : identity.settings());
        return judge;
    }

    private static void put(Map<String, String> map, String key, @Nullable String value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    private static Map<String, List<String>> planned(List<Cell> cells, Map<String, String> skipped) {
        Map<String, List<String>> planned = new LinkedHashMap<>();
        for (Cell cell : cells) {
            if (!skipped.containsKey(cell.evalCase().id())) {
                planned.computeIfAbsent(cell.evalCase().id(), id -> new ArrayList<>(2))
                        .add(cell.cohort().id());
            }
        }
        return planned;
    }
}
