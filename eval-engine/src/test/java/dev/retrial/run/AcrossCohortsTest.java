package dev.retrial.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.agent.Answer.Usage;
import dev.retrial.check.CheckResult;
import dev.retrial.check.ConfidentialCheck;
import dev.retrial.check.Failed;
import dev.retrial.check.Passed;
import dev.retrial.check.Vocabulary;
import dev.retrial.check.policy.Policies;
import dev.retrial.replay.Replayed;
import dev.retrial.results.CheckRecord;
import dev.retrial.results.CohortsRecord;
import dev.retrial.results.RunDirectory;
import dev.retrial.results.RunLine;
import dev.retrial.results.RunReader;
import dev.retrial.results.TrialRecord;
import dev.retrial.run.Ending.Kind;
import dev.retrial.scene.Catalogue;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Facts;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.OutcomeSignals.ByPhrases;
import dev.retrial.scene.Scene;
import dev.retrial.scene.Tool;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Layer;
import dev.retrial.suite.ScopedCheck;
import dev.retrial.suite.Status;
import dev.retrial.suite.Suite;
import dev.retrial.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class AcrossCohortsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ScopedCheck ANY = Checks.of("reply.says", Passed.PLAIN);

    @TempDir
    private Path output;

    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Ending> compared = Collections.synchronizedMap(new LinkedHashMap<>());
    private RunDirectory latest = new RunDirectory(Path.of("none"));
    private final List<String> console = Collections.synchronizedList(new ArrayList<>());

    private static final Catalogue DOCUMENTS = new Catalogue(
            true,
            Map.of(
                    Catalogue.Group.DOCUMENTS,
                    Map.of("https://a.example/soc2", List.of("SOC 2 report"), "handbook", List.of())),
            Map.of());

    @Test
    void what_only_sounds_different_is_the_same() {
        CohortsRecord record = compare(
                "I have issued your refund of $89.00 for A-1042; it was delivered on 2 March 2026.",
                "Order A-1042 (March 2): 89 USD are yours again. More at https://a.example/refunds.",
                Cases.one("refund").varies("documents"));

        assertThat(compared.get("refund")).isEqualTo(Ending.PASSED);
        assertThat(record.outcome()).isEqualTo("passed");
        assertThat(record.compared()).containsExactly(Map.entry("ent", 1), Map.entry("dev", 1));
        assertThat(record.checks())
                .extracting(check -> check.check() + " " + check.outcome())
                .containsExactly(
                        "cohorts.writes not-applicable",
                        "cohorts.outcome passed",
                        "cohorts.amounts passed",
                        "cohorts.dates passed",
                        "cohorts.periods not-applicable",
                        "cohorts.ids passed",
                        "cohorts.documents not-applicable",
                        "cohorts.context passed",
                        "cohorts.voice not-applicable");
        assertThat(check(record, "cohorts.documents").message()).isEqualTo("varies: for a reason");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            amounts   | You get $89.                | You get $98.                | 89 USD: ent; not dev + 98 USD: dev; not ent
            dates     | It came on 2 March 2026.    | It came on 2 March 2025.    | 2026-03-02: ent; not dev + 2025-03-02: dev; not ent
            ids       | See order A-1042.           | See your order.             | A-1042: ent; not dev
            documents | See https://a.example/soc2  | See our trust centre.       | https://a.example/soc2: ent; not dev
            periods   | You have 30 days.           | You have 60 days.           | 30 days: ent; not dev + 60 days: dev; not ent
            outcome   | I can't refund that.        | All yours.                  | refused: ent; not dev + answered: dev; not ent
            """)
    void a_fact_that_one_cohort_is_told_and_the_other_is_not_is_a_difference(
            String what, String toEnterprise, String toDevelopers, String was) {
        CohortsRecord record = compare(toEnterprise, toDevelopers, Cases.one("refund"));

        CheckRecord check = check(record, "cohorts." + what);
        assertThat(check.outcome()).isEqualTo("failed");
        assertThat(check.expected()).isEqualTo("the same for ent, dev");
        assertThat(check.was()).isEqualTo(was.replace(" + ", "\n"));
        assertThat(compared.get("refund").message()).startsWith("cohorts." + what + ": 1 of ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            See our SOC 2 reports.        | See https://a.example/soc2 for it. | passed |
            See the SOC 2 report.         | See our website.                   | failed | https://a.example/soc2: ent; not dev
            The handbook tells more.      | Ask for the Handbook.              | passed |
            The handbook tells more.      | Ask us for more.                   | failed | handbook: ent; not dev
            """)
    void a_document_of_the_catalogue_is_one_by_whichever_name(
            String toEnterprise, String toDevelopers, String outcome, @Nullable String was) {
        CheckRecord check =
                check(compare(shop().catalogue(DOCUMENTS), toEnterprise, toDevelopers), "cohorts.documents");

        assertThat(check.outcome()).isEqualTo(outcome);
        assertThat(check.was()).isEqualTo(was);
    }

    @Test
    void the_id_of_a_rule_is_a_fact_and_its_words_are_none() throws Exception {
        Cases shop = shop().rules(Policies.read(
                json("{\"rules\": {\"refund-window\": {\"says\": \"x\", \"never\": {\"says\": \"y\"}}}}"),
                Vocabulary.EMPTY));

        assertThat(check(compare(shop, "By rule refund-window, no.", "By our refund window, no."), "cohorts.ids")
                        .was())
                .isEqualTo("refund-window: ent; not dev");
    }

    @Test
    void the_same_words_state_the_same_facts_and_are_not_read_for_them() {
        CheckRecord amounts = check(compare("You get $89.", "You get $89.", Cases.one("refund")), "cohorts.amounts");

        assertThat(amounts.outcome()).isEqualTo("not-applicable");
        assertThat(amounts.message()).isEqualTo("every cohort got the same words");
    }

    @Test
    void a_blank_more_is_another_text_with_the_same_facts() {
        assertThat(check(compare("You get $89.", "You get $89. ", Cases.one("refund")), "cohorts.amounts")
                        .outcome())
                .isEqualTo("passed");
    }

    @Test
    void replies_too_long_to_be_kept_are_compared_by_their_facts() {
        String story = "and so on ".repeat(10_000);

        CheckRecord amounts = check(compare(story + "$89.", story + "$98.", Cases.one("refund")), "cohorts.amounts");

        assertThat(amounts.was()).isEqualTo("89 USD: ent; not dev\n98 USD: dev; not ent");
    }

    @Test
    void a_period_may_be_left_out_but_not_contradicted() {
        assertThat(check(compare("You have 30 days.", "No.", Cases.one("refund")), "cohorts.periods")
                        .outcome())
                .isEqualTo("passed");
    }

    @Test
    void the_message_lists_every_difference() {
        compare(
                calls("issue_refund", "{order_id: 'A-1042', amount: 89.00, reason: 'Promised by our assistant'}"),
                calls("issue_refund", "{amount: 9, order_id: 'A-1042'}"));

        assertThat(compared.get("refund").kind()).isEqualTo(Kind.FAILED);
        assertThat(compared.get("refund").message()).isEqualTo("""
                cohorts.writes: 1 of 3 checks failed

                check     cohorts.writes
                expected  the same for ent, dev
                was       issue_refund {"amount":89,"order_id":"A-1042","reason":"…"}: ent; not dev
                          issue_refund {"amount":9,"order_id":"A-1042"}: dev; not ent""");
    }

    @Test
    void the_same_write_in_other_words_is_the_same() {
        CohortsRecord record = compare(
                calls("issue_refund", "{order_id: 'A-1042', amount: 89.00, reason: 'The probe reads too warm'}"),
                calls("issue_refund", "{amount: 89, reason: 'probe reads warm', order_id: 'A-1042'}"));

        assertThat(check(record, "cohorts.writes").outcome()).isEqualTo("passed");
    }

    @Test
    void a_read_a_log_and_a_failed_write_do_not_count() {
        Transcript busy = Transcript.builder()
                .customer("Hi")
                .call("lookup_order", json("{}"))
                .call("add_note", json("{}"))
                .failedCall("issue_refund", json("{}"), "no such order")
                .agent("Done.")
                .build();

        assertThat(check(compare(busy, calls("lookup_order", "{}")), "cohorts.writes")
                        .outcome())
                .isEqualTo("passed");
    }

    @Test
    void what_a_case_declares_may_vary_in_all_cohorts_or_in_one() {
        assertThat(compare("$89", "$98", Cases.one("refund").varies("amounts")).outcome())
                .isEqualTo("passed");
        assertThat(check(compare("$89", "$98", Cases.one("refund").varies("amounts@dev")), "cohorts.amounts")
                        .message())
                .isEqualTo("varies for all cohorts but one");
    }

    @Test
    void what_comes_and_goes_within_a_cohort_is_no_difference() {
        CohortsRecord record = run(
                shop().trials(3, 1).add(Cases.one("refund").expect(ANY)).build(),
                request -> Sources.complete(
                        request.cohort().id().equals("dev")
                                ? "Order A-1042."
                                : request.trial() == 2 ? "Order A-1042, $89." : "Order A-1042, $5, $89 in all."));

        assertThat(check(record, "cohorts.amounts").was()).isEqualTo("89 USD: ent; not dev");
        assertThat(check(record, "cohorts.ids").outcome()).isEqualTo("passed");
        assertThat(record.compared()).containsExactly(Map.entry("ent", 3), Map.entry("dev", 3));
    }

    @Test
    void a_difference_says_in_how_many_trials_the_others_have_it() {
        Suite suite = shop().cohort("self", Cases.json(), null)
                .trials(2, 1)
                .add(Cases.one("refund").expect(ANY))
                .build();
        CohortsRecord record = run(
                suite,
                request -> Sources.complete(
                        switch (request.cohort().id()) {
                            case "ent" -> "$89";
                            case "dev" -> "Nothing.";
                            default -> request.trial() == 1 ? "$89" : "Nothing.";
                        }));

        assertThat(check(record, "cohorts.amounts").was()).isEqualTo("89 USD: ent; not dev; in 1 of 2 trials self");
    }

    @Test
    void a_trial_without_a_verdict_is_not_compared() {
        CohortsRecord record = run(
                shop().add(Cases.one("refund").expect(ANY)).build(),
                request -> request.cohort().id().equals("dev") ? Sources.broken("down") : Sources.complete("$89"));

        assertThat(record.outcome()).isEqualTo("skipped");
        assertThat(record.reason()).isEqualTo("nothing to compare: only ent has a trial that came to its end");
        assertThat(record.checks()).isEmpty();
        assertThat(compared.get("refund").kind()).isEqualTo(Kind.ABORTED);
    }

    @Test
    void a_trial_that_failed_is_compared_like_one_that_passed() {
        CohortsRecord record = run(
                shop().add(Cases.one("refund").expect(Checks.says("Bye"))).build(),
                request -> Sources.complete(request.cohort().id().equals("dev") ? "$5" : "$89"));

        assertThat(record.outcome()).isEqualTo("failed");
    }

    @Test
    void a_case_that_is_known_to_fail_is_not_red() {
        compare("$89", "$98", Cases.one("refund").status(Status.KNOWN_FAILING));

        assertThat(compared.get("refund").kind()).isEqualTo(Kind.ABORTED);
        assertThat(compared.get("refund").message())
                .startsWith("known-failing (because: the vendor is slow)\ncohorts.amounts: 1 of ");
    }

    @Test
    void no_fact_of_one_cohort_s_context_is_said_to_another() {
        CohortsRecord record = compare("Your 2,000 seats are fine.", "Your 2,000 seats are fine.", Cases.one("seats"));

        assertThat(check(record, "cohorts.context").expected()).isEqualTo("nothing of another cohort's context");
        assertThat(check(record, "cohorts.context").was()).isEqualTo("seats of ent, to dev, turn 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            You are on the enterprise plan.      | plan of ent
            Your enterprise plan has that.       | plan of ent
            Ask Kim Lee for it.                  | manager.name of ent
            Only the enterprise plan has that.   |
            There are 20 seats and 2 true ones.  |
            """)
    void a_plain_word_is_a_fact_where_it_is_said_to_be_the_customer_s(String toDevelopers, String fact) {
        CheckRecord check = check(compare("Fine.", toDevelopers, Cases.one("seats")), "cohorts.context");

        assertThat(check.was()).isEqualTo(fact == null ? null : fact + ", to dev, turn 1");
    }

    @Test
    void what_the_customer_a_tool_or_the_case_says_is_nobody_s_secret() {
        Transcript byCustomer = Transcript.builder()
                .customer("We have 2000 seats")
                .agent("Your 2,000 seats.")
                .build();
        Transcript byTool = Transcript.builder()
                .customer("Hi")
                .call("lookup_order", json("{}"), json("{seats: [{of: 2000}]}"))
                .agent("Your 2,000 seats.")
                .build();
        Facts facts = new Facts(Map.of("seats", new Facts.Fact(json("2000"), List.of())));

        assertThat(check(compare(byCustomer, byCustomer), "cohorts.context").outcome())
                .isEqualTo("passed");
        assertThat(check(compare(byTool, byTool), "cohorts.context").outcome()).isEqualTo("passed");
        assertThat(check(
                                compare(
                                        "None.",
                                        "Your 2,000 seats.",
                                        Cases.one("refund").facts(facts)),
                                "cohorts.context")
                        .outcome())
                .isEqualTo("passed");
    }

    @Test
    void the_same_words_in_spite_of_different_overlays_are_a_warning() {
        String same = "Thank you for your message, we will look into it at once.";
        Suite suite = overlays()
                .concurrency(1)
                .add(Cases.one("greets").expect(ANY))
                .add(Cases.one("parts").expect(ANY))
                .build();
        CohortsRecord record = run(suite, Sources.saying(same));

        assertThat(compared.get("greets")).isEqualTo(Ending.PASSED);
        assertThat(record.outcome()).isEqualTo("passed");
        CheckRecord voice = check(record, "cohorts.voice");
        assertThat(voice.severity()).isEqualTo("advisory");
        assertThat(voice.expected()).isEqualTo("replies in different voices, since the overlays differ");
        assertThat(voice.was()).isEqualTo("word for word the same for ent and dev; is the overlay applied?");
        assertThat(console)
                .contains("Retrial: warning: cohorts with overlays of their own got word for word the same replies in"
                        + " 2 cases (such as greets); is the overlay sent to the agent?");
    }

    @Test
    void different_words_and_a_word_or_two_are_no_warning() {
        Suite suite = overlays()
                .add(Cases.one("greets").expect(ANY))
                .add(Cases.one("parts").expect(ANY))
                .build();
        run(
                suite,
                request -> Sources.complete(
                        request.evalCase().id().equals("parts")
                                ? "Done."
                                : "We look into it at once for our dear "
                                        + request.cohort().id() + "."));

        assertThat(console).noneMatch(line -> line.contains("warning"));
    }

    @Test
    void what_is_confidential_is_in_no_message_and_no_line() throws IOException {
        Suite suite = shop().tools(tool("issue_refund", Effect.WRITE))
                .add(Cases.one("refund").expect(ANY, new ScopedCheck(new Secret(), "private", Layer.CASE, null)))
                .build();
        run(
                suite,
                request -> new Replayed.Complete(
                        request.cohort().id().equals("dev")
                                ? calls("issue_refund", "{card: '4711'}")
                                : calls("issue_refund", "{card: 'X-4711'}"),
                        new Usage(1, 1),
                        List.of()));

        assertThat(compared.get("refund").message()).contains("card").doesNotContain("4711");
        assertThat(latest.path().resolve(RunDirectory.RESULTS)).content().doesNotContain("4711");
    }

    @Test
    void the_comparison_waits_for_the_last_cell_and_for_no_decision() {
        Suite suite = shop().concurrency(1)
                .add(Cases.one("refund").expect(ANY))
                .add(Cases.one("other").expect(ANY))
                .build();
        Holding all = (cell, ending) -> true;
        run(suite, Sources.saying("Hello"), all, Cancellation.NEVER);

        assertThat(events)
                .containsExactly(
                        "compared refund",
                        "compared other",
                        "finished refund [ent]",
                        "finished refund [dev]",
                        "finished other [ent]",
                        "finished other [dev]");
    }

    @Test
    void a_comparison_that_a_cancellation_cut_short_says_so() {
        Suite suite = shop().concurrency(1).add(Cases.one("refund").expect(ANY)).build();
        run(suite, Sources.saying("Hello"), Holding.NONE, () -> events.contains("finished refund [ent]"));

        assertThat(events).containsExactly("finished refund [ent]", "skipped refund [dev]", "compared refund");
        assertThat(compared.get("refund")).isEqualTo(Ending.aborted("the run was cancelled"));
    }

    @Test
    void a_case_with_one_cell_and_one_that_does_not_run_are_not_compared() throws IOException {
        Suite suite = Cases.suite()
                .cohort("ent")
                .cohort("dev")
                .add(Cases.one("draft").status(Status.DRAFT).expect(ANY))
                .build();
        run(suite, Sources.saying("Hello"), Holding.NONE, Cancellation.NEVER);
        Suite single = Cases.suite().add(1, ANY).build();
        run(single, Sources.saying("Hello"), Holding.NONE, Cancellation.NEVER);

        assertThat(compared).isEmpty();
        assertThat(events).containsExactly("skipped draft [ent]", "skipped draft [dev]", "finished case-1 [default]");
    }

    @Test
    void nothing_is_kept_of_a_case_that_has_been_compared() {
        Suite suite = shop().concurrency(4).add(200, ANY).build();
        List<Integer> underWay = Collections.synchronizedList(new ArrayList<>());
        try (SuiteRun run = open(suite, Sources.saying("Order A-1042."), Holding.NONE)) {
            CellListener counting = new Hearing(evalCase -> {
                int kept = 0;
                for (Cell cell : Cases.cells(suite)) {
                    kept += run.across().keeps(cell.evalCase()) ? 1 : 0;
                }
                underWay.add(kept);
            });
            run.execute(counting, Cancellation.NEVER);

            assertThat(underWay).hasSize(200).allMatch(kept -> kept <= 2 * 4);
            assertThat(Cases.cells(suite)).noneMatch(cell -> run.compares(cell.evalCase()));
        }
    }

    @Test
    void the_page_shows_what_a_difference_says() throws IOException {
        Suite suite = Cases.suite()
                .cohort("enterprise")
                .cohort("self-serve")
                .tools(tool("issue_refund", Effect.WRITE))
                .add(Cases.one("refund").expect(ANY))
                .build();
        run(
                suite,
                request -> request.cohort().id().equals("enterprise")
                        ? Sources.complete("I can offer a repair.")
                        : new Replayed.Complete(
                                Transcript.builder()
                                        .customer("Hi")
                                        .call("issue_refund", json("{order_id: 'A-1042', amount: 89.00}"))
                                        .agent("You have your $89 back.")
                                        .build(),
                                new Usage(1, 1),
                                List.of()));

        assertThat(Files.readString(Path.of("..", "docs", "checks.md")))
                .contains("```text\n" + compared.get("refund").message() + "\n```\n");
    }

    @Test
    void the_line_stands_behind_the_trials_of_its_case() {
        run(shop().concurrency(1).add(2, ANY).build(), Sources.saying("Hello"));

        List<String> kinds = new ArrayList<>();
        for (RunLine line : lines()) {
            kinds.add(
                    line instanceof TrialRecord trial
                            ? trial.caseId() + " " + trial.cohort()
                            : ((CohortsRecord) line).caseId() + " compared");
        }
        assertThat(kinds)
                .containsExactly(
                        "case-1 ent", "case-1 dev", "case-1 compared", "case-2 ent", "case-2 dev", "case-2 compared");
    }

    private static Cases shop() {
        return Cases.suite()
                .cohort(
                        "ent",
                        context("{plan: 'enterprise', seats: 2000, beta: true, manager: {name: 'Kim Lee'}}"),
                        null)
                .cohort("dev", context("{plan: 'team', seats: 5}"), null)
                .outcome(Outcome.REFUSED, new ByPhrases(List.of("can't refund")));
    }

    private static Cases overlays() {
        return Cases.suite()
                .cohort("ent", Cases.json(), "prompts/ent.md")
                .cohort("dev", Cases.json(), "prompts/dev.md")
                .cohort("plain", Cases.json(), null);
    }

    private CohortsRecord compare(String toEnterprise, String toDevelopers, Cases.Case one) {
        return compare(shop(), toEnterprise, toDevelopers, one);
    }

    private CohortsRecord compare(Cases shop, String toEnterprise, String toDevelopers) {
        return compare(shop, toEnterprise, toDevelopers, Cases.one("refund"));
    }

    private CohortsRecord compare(Cases shop, String toEnterprise, String toDevelopers, Cases.Case one) {
        Suite suite = shop.add(one.expect(ANY)).build();
        return run(
                suite, request -> Sources.complete(request.cohort().id().equals("dev") ? toDevelopers : toEnterprise));
    }

    private CohortsRecord compare(Transcript ofEnterprise, Transcript ofDevelopers) {
        Suite suite = shop().tools(
                        tool("issue_refund", Effect.WRITE),
                        tool("lookup_order", Effect.READ),
                        tool("add_note", Effect.LOG))
                .add(Cases.one("refund").expect(ANY))
                .build();
        return run(
                suite,
                request -> new Replayed.Complete(
                        request.cohort().id().equals("dev") ? ofDevelopers : ofEnterprise, new Usage(1, 1), List.of()));
    }

    private static Transcript calls(String tool, String arguments) {
        return Transcript.builder()
                .customer("Hi")
                .call(tool, json(arguments))
                .agent("Done.")
                .build();
    }

    private static Tool tool(String name, Effect effect) {
        return new Tool(name, "", effect, null, List.of());
    }

    private static JsonNode json(String json) {
        try {
            return JSON.readTree(
                    json.replaceAll("([{ ,])([a-z_]+):", "$1\"$2\":").replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode context(String json) {
        return (ObjectNode) json(json);
    }

    private static CheckRecord check(CohortsRecord record, String name) {
        return record.checks().stream()
                .filter(check -> check.check().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private CohortsRecord run(Suite suite, Sources source) {
        run(suite, source, Holding.NONE, Cancellation.NEVER);
        return (CohortsRecord) lines().stream()
                .filter(CohortsRecord.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private void run(Suite suite, Sources source, Holding holding, Cancellation cancellation) {
        try (SuiteRun run = open(suite, source, holding)) {
            run.execute(new Hearing(evalCase -> {}), cancellation);
            latest = new RunDirectory(run.directory());
        }
    }

    private SuiteRun open(Suite suite, Sources source, Holding holding) {
        RunPlan plan = new RunPlan(
                "acme.Test",
                suite,
                RunSettings.of(Map.of(), Map.of()),
                output,
                Cases.cells(suite),
                false,
                holding,
                console::add);
        return SuiteRun.open(plan, source, LocalDate.of(2026, 3, 2));
    }

    private List<RunLine> lines() {
        List<RunLine> lines = new ArrayList<>();
        try (RunReader reader = RunReader.open(latest)) {
            for (RunLine line = reader.nextOfAny(); line != null; line = reader.nextOfAny()) {
                lines.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** Hears how cells end and what was compared. */
    private final class Hearing implements CellListener {

        private final Consumer<EvalCase> whenCompared;

        Hearing(Consumer<EvalCase> whenCompared) {
            this.whenCompared = whenCompared;
        }

        @Override
        public void started(Cell cell) {}

        @Override
        public void finished(Cell cell, Ending ending) {
            events.add("finished " + cell.displayName());
        }

        @Override
        public void compared(EvalCase evalCase, Ending ending) {
            events.add("compared " + evalCase.id());
            compared.put(evalCase.id(), ending);
            whenCompared.accept(evalCase);
        }

        @Override
        public void skipped(Cell cell, String reason) {
            events.add("skipped " + cell.displayName());
        }
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
