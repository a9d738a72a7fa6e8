package dev.retrial.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.retrial.agent.Answer.Usage;
import dev.retrial.check.CheckKinds;
import dev.retrial.check.CheckResult;
import dev.retrial.check.ConfidentialCheck;
import dev.retrial.check.Failed;
import dev.retrial.check.Vocabulary;
import dev.retrial.check.outcome.OutcomeIs;
import dev.retrial.check.outcome.Outcomes;
import dev.retrial.check.policy.Policies;
import dev.retrial.replay.Replayed;
import dev.retrial.results.CheckRecord;
import dev.retrial.results.RunDirectory;
import dev.retrial.results.RunReader;
import dev.retrial.results.RunSummary;
import dev.retrial.results.TrialRecord;
import dev.retrial.run.Ending.Kind;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.scene.OutcomeSignals.ByPhrases;
import dev.retrial.scene.Scene;
import dev.retrial.suite.Layer;
import dev.retrial.suite.ScopedCheck;
import dev.retrial.suite.Status;
import dev.retrial.suite.Suite;
import dev.retrial.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SuiteRunTest {

    private static final RunSettings LOCAL = RunSettings.of(Map.of(), Map.of());
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @TempDir
    private Path output;

    private final Listening listening = new Listening();
    private final List<String> console = Collections.synchronizedList(new ArrayList<>());

    @Test
    void a_rule_that_applied_in_no_trial_is_named_at_the_end_and_in_the_results() throws Exception {
        Policies policies = Policies.read(new ObjectMapper().readTree("""
                        {"rules": {"greets": {"says": "Greet.", "must": {"says": "Hello"}},
                                   "never-mocks": {"says": "No mockery.", "when": {"customer": "joke"}, "never": {"says": "haha"}}}}"""), Vocabulary.EMPTY);
        Suite suite = Cases.suite()
                .rules(policies)
                .add(Cases.one("a").expect(Checks.says("Hello")))
                .build();
        RunDirectory run = execute(suite, Sources.saying("Hello!"));

        assertThat(console).contains("Retrial: 1 rule applied in no trial: never-mocks");
        assertThat(RunReader.summary(run).uncoveredRules()).containsExactly("never-mocks");
        assertThat(read(run).get(0).checks())
                .extracting(CheckRecord::check, CheckRecord::outcome)
                .contains(tuple("policy.greets", "passed"), tuple("policy.never-mocks", "not-applicable"));
    }

    @Test
    void each_cell_is_started_in_order_and_finished_with_its_verdict() throws IOException {
        Suite suite = Cases.suite()
                .concurrency(1)
                .cohort("ent")
                .cohort("dev")
                .add(Cases.one("greets").expect(Checks.says("Hello")))
                .add(Cases.one("parts").expect(Checks.says("Bye")))
                .build();
        RunDirectory run = execute(suite, Sources.saying("Hello!"));

        assertThat(listening.started).containsExactly("greets [ent]", "greets [dev]", "parts [ent]", "parts [dev]");
        assertThat(listening.kinds()).containsExactly(Kind.PASSED, Kind.PASSED, Kind.FAILED, Kind.FAILED);
        assertThat(read(run))
                .extracting(TrialRecord::caseId, TrialRecord::cohort, TrialRecord::outcome, TrialRecord::transcript)
                .containsExactly(
                        tuple("greets", "ent", "passed", "transcripts/greets/ent.json"),
                        tuple("greets", "dev", "passed", "transcripts/greets/dev.json"),
                        tuple("parts", "ent", "failed", "transcripts/parts/ent.json"),
                        tuple("parts", "dev", "failed", "transcripts/parts/dev.json"));
    }

    @Test
    void a_complete_run_is_the_latest_and_says_so() throws IOException {
        Suite suite = Cases.suite()
                .add(2, Checks.says("Hello"))
                .add(Cases.one("draft").status(Status.DRAFT).expect(Checks.says("x")))
                .build();
        RunDirectory run = execute(suite, Sources.saying("Hello!"));

        RunSummary summary = RunReader.summary(run);
        assertThat(summary).isNotNull();
        assertThat(summary.cells()).isEqualTo(new RunSummary.Cells(2, 0, 0, 0, 1));
        assertThat(summary.trials()).isEqualTo(new RunSummary.Trials(2, 0, 0, 0));
        assertThat(RunDirectory.latest(output, "acme.Test")).isEqualTo(run);
        assertThat(console)
                .containsExactly(
                        "Retrial: 3 cells of acme.Test: 2 passed, 1 skipped; 0 s",
                        "Results: " + run.path().resolve("results.jsonl"));
    }

    @Test
    void what_is_only_reported_is_counted_at_the_end_and_fails_nothing() throws IOException {
        ScopedCheck leaks = Checks.in(Layer.ALWAYS, Checks.advisory(Checks.never("leaks.x", "4111")));
        ScopedCheck claims = Checks.in(Layer.ALWAYS, Checks.advisory(Checks.never("claims", "Hello")));
        RunDirectory run = execute(
                Cases.suite().always(claims, leaks).add(2, Checks.says("Hello")).build(), Sources.saying("Hello!"));

        assertThat(listening.kinds()).containsOnly(Ending.Kind.PASSED);
        assertThat(console)
                .containsExactly(
                        "Retrial: 2 cells of acme.Test: 2 passed; 0 s",
                        "Retrial: reported only: claims failed in 2 trials; `always` in suite.yaml lets it gate",
                        "Results: " + run.path().resolve("results.jsonl"));
        assertThat(read(run).get(0).checks())
                .extracting(CheckRecord::check, CheckRecord::severity, CheckRecord::outcome)
                .contains(tuple("claims", "advisory", "failed"), tuple("leaks.x", "advisory", "passed"));
    }

    @Test
    void the_header_names_what_runs_and_what_does_not() throws IOException {
        Suite suite = Cases.suite()
                .cohort("ent")
                .cohort("dev")
                .add(1, Checks.says("Hello"))
                .add(Cases.one("later").until("2026-03-03").expect(Checks.says("x")))
                .build();
        RunDirectory run = execute(suite, Sources.saying("Hello!"));
        try (RunReader reader = RunReader.open(run)) {
            assertThat(reader.header().yardstick().vocabulary()).isEqualTo(CheckKinds.VERSION);
            assertThat(reader.header().planned()).isEqualTo(Map.of("case-1", List.of("ent", "dev")));
            assertThat(reader.header().skipped()).isEqualTo(Map.of("later", "quarantined"));
            assertThat(reader.header().agent()).isEqualTo(Map.of("model", "small"));
        }
        assertThat(listening.skipped)
                .containsEntry("later [dev]", "quarantined until 2026-03-03 (because: the vendor is slow)");
    }

    @Test
    void a_line_is_in_the_file_when_its_trial_has_ended() throws IOException {
        Suite suite = Cases.suite().concurrency(1).add(3, Checks.says("Hello")).build();
        List<Integer> lines = new ArrayList<>();
        execute(suite, request -> {
            lines.add(read(onlyRun()).size());
            return Sources.complete("Hello!");
        });
        assertThat(lines).containsExactly(0, 1, 2);
    }

    @Test
    void of_five_trials_four_must_pass() throws IOException {
        Suite suite = Cases.suite().trials(5, 4).add(2, Checks.says("Hello")).build();
        RunDirectory run = execute(suite, request -> {
            boolean fails = request.trial() == 3
                    || request.trial() == 5 && request.evalCase().id().equals("case-2");
            return Sources.complete(fails ? "Bye" : "Hello");
        });
        assertThat(listening.finished.get("case-1 [default]")).isEqualTo(Ending.PASSED);
        assertThat(listening.finished.get("case-2 [default]").message())
                .startsWith("3 of 5 trials passed, 2 failed; 4 must pass. The first that did not:");
        assertThat(read(run))
                .filteredOn(trial -> trial.caseId().equals("case-1"))
                .extracting(TrialRecord::trial)
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
        assertThat(read(run)).extracting(TrialRecord::transcript).doesNotHaveDuplicates();
    }

    @Test
    void what_could_not_be_replayed_is_an_error_with_its_reason() throws IOException {
        Suite suite = Cases.suite().add(1, Checks.says("Hello")).build();
        RunDirectory run = execute(suite, request -> Sources.broken("connection refused"));
        assertThat(listening.finished.values()).containsExactly(Ending.error("connection refused"));
        assertThat(read(run)).singleElement().satisfies(trial -> {
            assertThat(trial.outcome()).isEqualTo("error");
            assertThat(trial.reason()).isEqualTo("connection refused");
            assertThat(trial.transcript()).isNull();
        });
    }

    @Test
    void the_same_failure_over_and_over_is_told_once() {
        Suite suite = Cases.suite().add(1, Checks.says("Hello")).build();
        List<String> notes = List.of("turn 1: busy; sent again after 9 ms", "turn 1: refused; sent again after 1 ms");
        execute(
                suite,
                request -> new Replayed.Broken(
                        Transcript.of(List.of()), Usage.UNKNOWN, notes, "turn 1: refused; sent 3 times", null));
        assertThat(listening.finished.values())
                .containsExactly(Ending.error(
                        "turn 1: refused; sent 3 times\n  before that: turn 1: busy; sent again after 9 ms"));
    }

    @Test
    void what_diverged_is_told_apart() throws IOException {
        Suite suite = Cases.suite().add(1, Checks.says("Hello")).build();
        RunDirectory run = execute(suite, request -> Sources.diverged("asked for a fax number"));
        assertThat(listening.finished.values()).containsExactly(Ending.aborted("diverged: asked for a fax number"));
        assertThat(read(run)).extracting(TrialRecord::outcome).containsExactly("diverged");
    }

    @Test
    void a_source_that_throws_costs_its_own_cell_alone() throws IOException {
        Suite suite = Cases.suite().add(3, Checks.says("Hello")).build();
        RunDirectory run = execute(suite, request -> {
            if (request.evalCase().id().equals("case-2")) {
                throw new IllegalStateException("dana@example.com");
            }
            return Sources.complete("Hello");
        });
        Ending ending = listening.finished.get("case-2 [default]");
        assertThat(ending.kind()).isEqualTo(Kind.ERROR);
        assertThat(ending.message()).contains("java.lang.IllegalStateException").doesNotContain("dana");
        assertThat(ending.trace()).isNotNull().hasNoCause();
        assertThat(listening.kinds()).contains(Kind.PASSED).hasSize(3);
        assertThat(RunReader.summary(run)).isNotNull();
    }

    @Test
    void no_more_trials_are_under_way_than_the_limit_also_when_they_block_in_futures() {
        int limit = 8;
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(limit);
        Suite suite = Cases.suite()
                .concurrency(limit)
                .trials(3, 3)
                .add(100, Checks.says("Hello"))
                .build();
        execute(suite, request -> {
            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            full.countDown();
            try {
                await(full);
                return new CompletableFuture<Replayed>()
                        .completeOnTimeout(Sources.complete("Hello"), 3, TimeUnit.MILLISECONDS)
                        .join();
            } finally {
                inFlight.decrementAndGet();
            }
        });
        assertThat(most).hasValue(limit);
        assertThat(listening.kinds()).hasSize(100).containsOnly(Kind.PASSED);
    }

    @Test
    void the_limit_holds_for_cells_that_somebody_else_replays() throws Exception {
        Suite suite = Cases.suite().concurrency(2).add(1, Checks.says("Hello")).build();
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Sources source = request -> {
            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            Thread.sleep(5);
            inFlight.decrementAndGet();
            return Sources.complete("Hello");
        };
        try (SuiteRun run = open(suite, source, Holding.NONE)) {
            CellRun cell = run.begin(Cases.cells(suite).get(0));
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Thread thread = new Thread(() -> {
                    try {
                        cell.replay(source);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(run.end(cell)).isEqualTo(Ending.PASSED);
        }
        assertThat(most).hasValue(2);
    }

    @Test
    void after_a_cancellation_no_trial_begins_and_the_run_is_not_complete() throws IOException {
        AtomicBoolean cancelled = new AtomicBoolean();
        Suite suite = Cases.suite()
                .concurrency(1)
                .trials(3, 3)
                .add(3, Checks.says("Hello"))
                .build();
        AtomicInteger replayed = new AtomicInteger();
        RunDirectory run = execute(
                suite,
                request -> {
                    cancelled.set(replayed.incrementAndGet() == 4);
                    return Sources.complete("Hello");
                },
                Holding.NONE,
                cancelled::get);
        assertThat(replayed).hasValue(4);
        assertThat(listening.finished)
                .containsEntry("case-1 [default]", Ending.PASSED)
                .containsEntry("case-2 [default]", Ending.aborted("the run was cancelled"));
        assertThat(listening.skipped).containsEntry("case-3 [default]", "the run was cancelled");
        assertThat(RunReader.summary(run)).isNull();
        assertThat(console.get(0)).isEqualTo("Retrial: incomplete, 1 of 3 cells of acme.Test: 1 passed; 0 s");
    }

    @Test
    void interrupting_the_caller_interrupts_the_trials_under_way() throws Exception {
        CountDownLatch underWay = new CountDownLatch(2);
        Suite suite = Cases.suite().concurrency(2).add(4, Checks.says("Hello")).build();
        Sources hangs = request -> {
            underWay.countDown();
            Thread.sleep(60_000);
            return Sources.complete("never");
        };
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            execute(suite, hangs);
            stillInterrupted.set(Thread.currentThread().isInterrupted());
        });
        caller.start();
        await(underWay);
        caller.interrupt();
        caller.join();
        assertThat(stillInterrupted).isTrue();
        assertThat(listening.kinds()).containsExactly(Kind.ABORTED, Kind.ABORTED);
        assertThat(listening.skipped).hasSize(2);
    }

    @Test
    void cells_can_be_held_until_the_run_has_decided() throws IOException {
        List<String> order = new ArrayList<>();
        Holding failing = new Holding() {
            @Override
            public boolean holds(Cell cell, Ending ending) {
                return ending.kind() == Kind.FAILED;
            }

            @Override
            public List<Ending> release(List<Held> held, SuiteRun run) {
                order.addAll(listening.finished.keySet());
                assertThat(held).extracting(one -> one.cell().evalCase().id()).containsExactly("case-2", "case-4");
                return List.of(held.get(0).ending(), Ending.aborted("not confirmed"));
            }
        };
        Suite suite = Cases.suite().add(5, Checks.says("Hello")).build();
        RunDirectory run = execute(
                suite,
                request -> {
                    String id = request.evalCase().id();
                    return Sources.complete(id.equals("case-2") || id.equals("case-4") ? "Bye" : "Hello");
                },
                failing,
                Cancellation.NEVER);
        assertThat(order).containsExactlyInAnyOrder("case-1 [default]", "case-3 [default]", "case-5 [default]");
        assertThat(listening.finished.get("case-2 [default]").kind()).isEqualTo(Kind.FAILED);
        assertThat(listening.finished.get("case-4 [default]")).isEqualTo(Ending.aborted("not confirmed"));
        assertThat(RunReader.summary(run).cells()).isEqualTo(new RunSummary.Cells(3, 1, 0, 1, 0));
    }

    @Test
    void a_listener_that_throws_stops_the_run_and_is_heard() {
        Suite suite = Cases.suite().concurrency(2).add(50, Checks.says("Hello")).build();
        CellListener broken = new CellListener() {
            @Override
            public void started(Cell cell) {
                throw new IllegalStateException("the listener broke");
            }

            @Override
            public void finished(Cell cell, Ending ending) {}

            @Override
            public void skipped(Cell cell, String reason) {}
        };
        try (SuiteRun run = open(suite, Sources.saying("Hello"), Holding.NONE)) {
            assertThatThrownBy(() -> run.execute(broken, Cancellation.NEVER)).hasMessage("the listener broke");
        }
    }

    @Test
    void nothing_of_a_trial_is_kept_after_it_has_ended() throws Exception {
        List<WeakReference<Replayed>> replayed = Collections.synchronizedList(new ArrayList<>());
        Suite suite = Cases.suite().trials(2, 2).add(20, Checks.says("Hello")).build();
        try (SuiteRun run = open(
                suite,
                request -> {
                    Replayed one = Sources.complete("Hello" + request.evalCase().id());
                    replayed.add(new WeakReference<>(one));
                    return one;
                },
                Holding.NONE)) {
            run.execute(listening, Cancellation.NEVER);
            assertThat(replayed).hasSize(40);
            for (int i = 0; i < 50 && replayed.stream().anyMatch(one -> one.get() != null); i++) {
                System.gc();
                Thread.sleep(10);
            }
            assertThat(replayed).allSatisfy(one -> assertThat(one.get()).isNull());
        }
    }

    @Test
    void a_confidential_text_is_in_no_line_of_the_results() throws IOException {
        Suite suite = Cases.suite()
                .add(Cases.one("leaks")
                        .expect(
                                Checks.of("reply.says", Failed.of("x", "the code is 4711")),
                                new ScopedCheck(new Secret(), "private", Layer.CASE, null)))
                .build();
        RunDirectory run = execute(suite, Sources.saying("the code is 4711"));
        assertThat(run.path().resolve(RunDirectory.RESULTS))
                .content()
                .contains("the code is ████")
                .doesNotContain("4711");
    }

    @Test
    void a_premature_escalation_is_told_from_a_missed_one_in_the_results() throws IOException {
        OutcomeSignals signals = new OutcomeSignals(Map.of(Outcome.ESCALATED, new ByPhrases(List.of("colleague"))));
        ScopedCheck escalated = outcome(Outcome.ESCALATED, null, signals);
        ScopedCheck answered = outcome(Outcome.ANSWERED, null, signals);
        Suite suite = Cases.suite()
                .concurrency(1)
                .add(Cases.one("handed-over").expect(escalated))
                .add(Cases.one("answered-first").expect(outcome(Outcome.ANSWERED, 1, signals), escalated))
                .add(Cases.one("settled").expect(answered))
                .add(Cases.one("no-outcome").expect(Checks.says("colleague")))
                .add(Cases.one("kept").expect(escalated))
                .add(Cases.one("kept-rightly").expect(answered))
                .build();
        Sources agent = request -> Sources.complete(
                request.evalCase().id().startsWith("kept") ? "It is your fault." : "A colleague will call.");

        assertThat(read(execute(suite, agent)))
                .extracting(TrialRecord::escalation)
                .containsExactly("right", "premature", "premature", null, "missed", null);
    }

    private static ScopedCheck outcome(Outcome wanted, @Nullable Integer turn, OutcomeSignals signals) {
        OutcomeIs check = new OutcomeIs(Set.of(wanted), Outcomes.toldBy(signals));
        return new ScopedCheck(check, "outcome", turn == null ? Layer.CASE : Layer.TURN, turn);
    }

    @Test
    void results_that_cannot_be_written_are_told_with_what_to_do() throws IOException {
        Path file = Files.createFile(output.resolve("taken"));
        RunPlan plan = RunPlan.of("acme.Test", Cases.suite().build(), LOCAL, file, List.of(), false);
        assertThatThrownBy(() -> SuiteRun.open(plan, Sources.saying("x")))
                .hasMessageContaining("the results cannot be written below " + file)
                .hasMessageContaining("-Dretrial.output");
    }

    private RunDirectory execute(Suite suite, Sources source) {
        return execute(suite, source, Holding.NONE, Cancellation.NEVER);
    }

    private RunDirectory execute(Suite suite, Sources source, Holding holding, Cancellation cancellation) {
        try (SuiteRun run = open(suite, source, holding)) {
            run.execute(listening, cancellation);
            return new RunDirectory(run.directory());
        }
    }

    private SuiteRun open(Suite suite, Sources source, Holding holding) {
        RunPlan plan = new RunPlan("acme.Test", suite, LOCAL, output, Cases.cells(suite), false, holding, console::add);
        return SuiteRun.open(plan, source, TODAY);
    }

    private RunDirectory onlyRun() {
        try (var runs = Files.list(output.resolve("acme.Test"))) {
            return new RunDirectory(runs.filter(Files::isDirectory).findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<TrialRecord> read(RunDirectory run) {
        List<TrialRecord> trials = new ArrayList<>();
        try (RunReader reader = RunReader.open(run)) {
            for (TrialRecord trial = reader.next(); trial != null; trial = reader.next()) {
                trials.add(trial);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return trials;
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private record Secret() implements ConfidentialCheck {

        @Override
        public String name() {
            return "private";
        }

        @Override
        public String masked(String text) {
            return text.replace("4711", "████");
        }

        @Override
        public CheckResult evaluate(Transcript transcript, Scene scene) {
            return Failed.of("no secret", "said 4711");
        }
    }
}
