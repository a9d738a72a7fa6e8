package dev.retrial.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.check.Severity;
import dev.retrial.check.judged.Judged;
import dev.retrial.judge.Judge;
import dev.retrial.judge.JudgeFailure;
import dev.retrial.judge.JudgeIdentity;
import dev.retrial.judge.Judgement;
import dev.retrial.judge.Question;
import dev.retrial.judge.Standing;
import dev.retrial.judge.Verdict;
import dev.retrial.results.RunDirectory;
import dev.retrial.results.RunReader;
import dev.retrial.results.TrialRecord;
import dev.retrial.run.Trial.Finding;
import dev.retrial.run.Trial.Outcome;
import dev.retrial.suite.Layer;
import dev.retrial.suite.ScopedCheck;
import dev.retrial.suite.Suite;
import dev.retrial.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class JudgedRunTest {

    private static final Transcript SAID =
            Transcript.builder().customer("Hi").agent("We repair it.").build();
    private static final ScopedCheck OFFERS = judged("It offers an alternative.");
    private static final ScopedCheck KIND = judged("It is kind.");

    @TempDir
    Path output;

    private final List<Question> asked = new ArrayList<>();
    private Verdict verdict = Verdict.YES;
    private Standing standing = Standing.UNMEASURED;

    private Judge judge = new Judge() {
        @Override
        public Judgement judge(Question question) {
            asked.add(question);
            return Judgement.of(verdict, "It offers a repair.");
        }

        @Override
        public JudgeIdentity identity() {
            return new JudgeIdentity("judge-1", "3f2a", "samples=3");
        }

        @Override
        public Standing standing(String criterionClass) {
            return standing;
        }
    };

    @Test
    void the_judge_is_asked_last() {
        List<Finding> findings = grade(OFFERS, Checks.says("repair"));

        assertThat(findings)
                .extracting(Finding::result)
                .containsExactly(new Passed(List.of(), "yes: It offers a repair."), Passed.PLAIN);
        assertThat(asked).hasSize(1);
    }

    @Test
    void it_is_not_asked_where_a_check_that_gates_has_failed_or_broken() {
        for (ScopedCheck lost :
                List.of(Checks.says("refund"), Checks.of("a", new dev.retrial.check.Errored("no schema")))) {
            assertThat(grade(OFFERS, lost).get(0).result())
                    .isEqualTo(new NotApplicable("not asked, since another check failed"));
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void it_is_asked_where_only_an_advisory_one_has() {
        grade(OFFERS, Checks.advisory(Checks.says("refund")));

        assertThat(asked).hasSize(1);
    }

    @Test
    void one_criterion_that_is_not_met_does_not_spare_the_next() {
        verdict = Verdict.NO;

        assertThat(grade(OFFERS, KIND))
                .allSatisfy(finding -> assertThat(finding.result()).isInstanceOf(Failed.class));
        assertThat(asked).hasSize(2);
    }

    @Test
    void a_judge_never_overrules_a_rule() {
        assertThat(Grader.outcome(grade(OFFERS, Checks.says("refund")))).isEqualTo(Outcome.FAILED);
    }

    @Test
    void where_it_is_advisory_a_no_fails_nothing() {
        verdict = Verdict.NO;
        standing = new Standing(false, "kappa 0.10");
        List<Finding> findings = grade(OFFERS, Checks.says("repair"));

        assertThat(findings.get(0).check().check().severity()).isEqualTo(Severity.ADVISORY);
        assertThat(Grader.outcome(findings)).isEqualTo(Outcome.PASSED);
    }

    @Test
    void a_trial_that_only_an_advisory_judge_looked_at_is_an_error() {
        standing = new Standing(false, "kappa 0.10");

        assertThat(Grader.outcome(grade(OFFERS))).isEqualTo(Outcome.ERROR);
    }

    @Test
    void a_judge_that_is_down_makes_the_trial_an_error() {
        judge = question -> {
            throw new JudgeFailure("the endpoint answered 503");
        };
        List<Finding> findings = grade(OFFERS);

        assertThat(Grader.outcome(findings)).isEqualTo(Outcome.ERROR);
    }

    @Test
    void results_say_who_judged_by_which_rubric_and_why() throws IOException {
        RunDirectory run = execute(suite(OFFERS, Checks.says("repair")), judge);

        assertThat(run.path().resolve(RunDirectory.RESULTS))
                .content()
                .contains("\"judge\":{\"model\":\"judge-1\",\"rubricHash\":\"3f2a\",\"settings\":\"samples=3\"}");
        TrialRecord trial = only(run);
        assertThat(trial.hashes()).containsOnlyKeys("case", "rubric");
        assertThat(trial.checks().get(0).message()).isEqualTo("yes: It offers a repair.");
    }

    @Test
    void another_criterion_is_another_rubric() throws IOException {
        String one = only(execute(suite(OFFERS), judge)).hashes().get("rubric");
        String other = only(execute(suite(KIND), judge)).hashes().get("rubric");

        assertThat(one).hasSize(64).isNotEqualTo(other);
    }

    @Test
    void where_nothing_is_judged_nothing_is_said_of_a_judge() throws IOException {
        RunDirectory run = execute(suite(Checks.says("repair")), judge);

        assertThat(run.path().resolve(RunDirectory.RESULTS)).content().doesNotContain("\"judge\"", "rubric");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_run_that_is_cancelled_while_the_judge_thinks_records_no_error() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Judge slow = question -> {
            begun.countDown();
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new JudgeFailure("interrupted");
        };
        AtomicReference<RunDirectory> run = new AtomicReference<>();
        Thread running = new Thread(() -> run.set(execute(suite(OFFERS), slow)));
        running.start();
        begun.await();
        running.interrupt();
        running.join();

        try (RunReader reader = RunReader.open(run.get())) {
            assertThat(reader.next()).isNull();
        }
    }

    private List<Finding> grade(ScopedCheck... checks) {
        Suite suite = suite(checks);
        return new Grader(suite, cell(checks), Cases.json(), judge, new SuiteTexts(suite)).grade(SAID);
    }

    private RunDirectory execute(Suite suite, Judge by) {
        RunPlan plan = new RunPlan(
                        "acme.Test",
                        suite,
                        RunSettings.of(Map.of(), Map.of()),
                        output,
                        Cases.cells(suite),
                        false,
                        Holding.NONE,
                        line -> {})
                .judgedBy(by);
        try (SuiteRun run = SuiteRun.open(plan, Sources.saying("We repair it."))) {
            run.execute(new Listening(), Cancellation.NEVER);
            return new RunDirectory(run.directory());
        }
    }

    private static TrialRecord only(RunDirectory run) throws IOException {
        try (RunReader reader = RunReader.open(run)) {
            return reader.next();
        }
    }

    private static Suite suite(ScopedCheck... checks) {
        return Cases.suite().add(Cases.one("x").expect(checks)).build();
    }

    private static Cell cell(ScopedCheck... checks) {
        return Cases.cells(suite(checks)).get(0);
    }

    private static ScopedCheck judged(String criterion) {
        return new ScopedCheck(Judged.of(criterion), "judged", Layer.CASE, null);
    }
}
