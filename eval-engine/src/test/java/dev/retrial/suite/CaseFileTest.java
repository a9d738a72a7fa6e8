package dev.retrial.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.scene.Facts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFileTest {

    @TempDir
    Path directory;

    @Test
    void a_case_needs_little() {
        EvalCase read = evalCase("title: Refund demanded\n");

        assertThat(read.id()).isEqualTo("a");
        assertThat(read.file()).isEqualTo("cases/a.yaml");
        assertThat(read.line()).isEqualTo(1);
        assertThat(read.title()).isEqualTo("Refund demanded");
        assertThat(read.status()).isEqualTo(Status.ACTIVE);
        assertThat(read.failure()).isNull();
        assertThat(read.difficulty()).isNull();
        assertThat(read.tags()).isEmpty();
        assertThat(read.ticket()).isNull();
        assertThat(read.now()).isNull();
        assertThat(read.context()).isEmpty();
        assertThat(read.facts()).isEqualTo(Facts.NONE);
        assertThat(read.cohorts()).containsExactly(Map.entry("default", 1));
        assertThat(read.conversation()).hasSize(1);
        assertThat(read.expect()).hasSize(1);
        assertThat(read.waived()).isEmpty();
        assertThat(read.observed()).isEmpty();
        assertThat(read.accepted()).isEmpty();
    }

    @Test
    void a_case_says_where_it_comes_from() {
        EvalCase read = evalCase("""
                title: Refund
                failure: wrong-policy
                difficulty: hard
                tags: [billing, vip]
                ticket: {system: zendesk, ref: "hmac:5f2ac1", opened: 2026-03-02, category: billing, seen: 14}
                why: It promised a refund.
                owner: support-ai
                """);

        assertThat(read.failure()).isEqualTo(FailureClass.WRONG_POLICY);
        assertThat(read.difficulty()).isEqualTo(Difficulty.HARD);
        assertThat(read.tags()).containsExactly("billing", "vip");
        assertThat(read.ticket())
                .isEqualTo(new Ticket("zendesk", "hmac:5f2ac1", LocalDate.of(2026, 3, 2), "billing", 14));
        assertThat(read.why()).isEqualTo("It promised a refund.");
        assertThat(read.owner()).isEqualTo("support-ai");
    }

    @Test
    void a_ticket_keeps_what_the_case_was_made_of() {
        EvalCase read = evalCase("""
                title: Refund
                ticket:
                  ref: "hmac:5f2ac1"
                  provenance: {content: ab12, roles: [a, b]}
                  effort: {score: 0.5}
                  redaction: {counts: {email: 2}}
                """);

        assertThat(read.ticket().provenance()).hasToString("{\"content\":\"ab12\",\"roles\":[\"a\",\"b\"]}");
        assertThat(read.ticket().effort()).hasToString("{\"score\":0.5}");
        assertThat(read.ticket().redaction()).hasToString("{\"counts\":{\"email\":2}}");
    }

    @Test
    void a_draft_says_what_is_open() {
        EvalCase read = evalCase("title: Refund\nstatus: draft\ndraft: {fill-in: [the world]}\n");

        assertThat(read.draft()).hasToString("{\"fill-in\":[\"the world\"]}");
    }

    @Test
    void nothing_is_open_in_a_case_that_is_no_draft() {
        assertThat(files("title: Refund\ndraft: {fill-in: [the world]}\n" + SuiteFiles.REST)
                        .problems())
                .containsExactly(
                        "cases/a.yaml:2:1: 'draft' goes with the status draft only: remove it once nothing in it is open");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:15:00Z, 2026-03-02T09:15:00Z",
        "2026-03-02T09:15Z, 2026-03-02T09:15:00Z",
        "2026-03-02T09:15:00.25+02:00, 2026-03-02T07:15:00.250Z",
        "2026-03-02T09:15:00-05:30, 2026-03-02T14:45:00Z"
    })
    void the_clock_is_an_instant(String written, Instant instant) {
        assertThat(evalCase("title: a\nnow: " + written + "\n").now()).isEqualTo(instant);
    }

    @Test
    void a_fact_has_a_value_of_a_JSON_type() {
        EvalCase read = evalCase("""
                title: a
                facts:
                  order_id: A-1042
                  seats: 12
                  email: {value: dana@example.com, asked-as: [e-mail, address]}
                """);

        assertThat(read.facts().byName().keySet()).containsExactly("order_id", "seats", "email");
        assertThat(read.facts().byName().get("seats").value().isInt()).isTrue();
        assertThat(read.facts().byName().get("email").value().textValue()).isEqualTo("dana@example.com");
        assertThat(read.facts().byName().get("email").askedAs()).containsExactly("e-mail", "address");
    }

    @Test
    void a_turn_gives_facts() {
        EvalCase read = files("""
                        title: a
                        facts: {order_id: A-1}
                        conversation:
                          - customer: My order is A-1.
                            gives: [order_id]
                        expect: {greeting: {at-most: 1}}
                        """).evalCase("a");

        assertThat(read.conversation().get(0).gives()).containsExactly("order_id");
    }

    @Test
    void the_line_is_that_of_the_first_key() {
        assertThat(evalCase("# a comment\n\ntitle: a\n").line()).isEqualTo(3);
    }

    @Test
    void a_case_runs_for_its_cohorts_in_the_order_of_the_suite() {
        EvalCase read = cohorts()
                .file("cases/a.yaml", "title: a\ncohorts:\n  - vip\n  - plain\n" + SuiteFiles.REST)
                .evalCase("a");

        assertThat(read.cohorts()).containsExactly(Map.entry("plain", 4), Map.entry("vip", 3));
    }

    @Test
    void a_case_runs_for_every_cohort_where_it_names_none() {
        EvalCase read =
                cohorts().file("cases/a.yaml", "title: a\n" + SuiteFiles.REST).evalCase("a");

        assertThat(read.cohorts()).containsExactly(Map.entry("plain", 1), Map.entry("vip", 1));
    }

    @Test
    void a_cohort_that_does_not_exist_is_named_with_the_nearest() {
        assertThat(cohorts()
                        .file("cases/a.yaml", "title: a\ncohorts: [vips]\n" + SuiteFiles.REST)
                        .problems())
                .containsExactly("cases/a.yaml:2:11: the suite has no cohort 'vips'; did you mean 'vip'?");
    }

    @Test
    void a_cohort_that_is_named_twice_is_an_error() {
        assertThat(cohorts()
                        .file("cases/a.yaml", "title: a\ncohorts: [vip, vip]\n" + SuiteFiles.REST)
                        .problems())
                .containsExactly("cases/a.yaml:2:16: the cohort 'vip' is named twice");
    }

    @Test
    void a_case_may_add_to_the_context() {
        EvalCase read = cohorts()
                .file("cases/a.yaml", "title: a\ncontext: {channel: chat}\n" + SuiteFiles.REST)
                .evalCase("a");

        assertThat(read.context()).hasToString("{\"channel\":\"chat\"}");
    }

    @Test
    void a_case_may_not_replace_what_the_cohort_says() {
        assertThat(cohorts()
                        .file("cases/a.yaml", "title: a\ncontext: {plan: free}\n" + SuiteFiles.REST)
                        .problems())
                .containsExactly(
                        "cases/a.yaml:2:11: the cohort 'vip' already has 'plan': a case may add to the context,"
                                + " never replace what is there");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status: known-failing|cases/a.yaml:2:9: a case that is known-failing needs 'because'",
                "status: retired|cases/a.yaml:2:9: a case that is retired needs 'because'",
                "{status: quarantined, because: x}|cases/a.yaml:2:9: a case that is quarantined needs 'until', the day from which it gates again",
                "{status: draft, until: 2026-12-31}|cases/a.yaml:3:8: 'until' goes with the status quarantined only",
                "status: activ|cases/a.yaml:2:9: unknown value for 'status': 'activ'; did you mean 'active'?",
                "{status: quarantined, because: x, until: tomorrow}|cases/a.yaml:4:8: expected a day such as 2026-12-31 for 'until'",
                "{status: quarantined, because: x, until: 2026-02-30}|cases/a.yaml:4:8: there is no such day",
                "now: 2026-13-02T09:15:00Z|cases/a.yaml:2:6: there is no such instant",
                "now: yesterday|cases/a.yaml:2:6: expected an instant such as 2026-03-02T09:15:00Z for 'now'",
                "failure: wrong-tool|cases/a.yaml:2:10: unknown value for 'failure': 'wrong-tool'; did you mean 'wrong-tone'?",
                "tags: billing|cases/a.yaml:2:7: expected a list for 'tags', found text",
                "tags: [2026]|cases/a.yaml:2:8: YAML may read this as a number: quote it",
                "context: {a: 007}|cases/a.yaml:2:14: YAML may read this as a number: quote it",
                "facts: {zip: 00420}|cases/a.yaml:2:14: YAML may read this as a number: quote it",
                "facts: {a: {asked-as: [x]}}|cases/a.yaml:2:12: the key 'value' is missing",
                "ticket: {seen: 0}|cases/a.yaml:2:16: 'seen' must be at least 1",
                "why:|cases/a.yaml:2:5: 'why' has no value: expected text",
                "world: {}|cases/a.yaml:2:8: the map 'world' is empty: give it a key or leave it out",
                "cohort: vip|cases/a.yaml:2:1: unknown key 'cohort'; did you mean 'cohorts'?",
            })
    void a_mistake_is_located(String yaml, String problem) {
        String lines = yaml.startsWith("{status")
                ? yaml.substring(1, yaml.length() - 1).replace(", ", "\n")
                : yaml;
        assertThat(files("title: a\n" + lines + "\n" + SuiteFiles.REST).problems())
                .containsExactly(problem);
    }

    @Test
    void a_missing_title_is_named() {
        assertThat(files(SuiteFiles.REST).problems()).containsExactly("cases/a.yaml:1:1: the key 'title' is missing");
    }

    @Test
    void a_case_without_expectations_is_refused() {
        assertThat(files("title: a\nconversation:\n  - customer: Hi\n").problems())
                .containsExactly(
                        "cases/a.yaml:1:1: the key 'expect' is missing: a case that expects nothing guards nothing");
    }

    @Test
    void a_case_without_a_conversation_is_refused() {
        assertThat(files("title: a\nexpect: {greeting: {at-most: 1}}\n").problems())
                .containsExactly("cases/a.yaml:1:1: the key 'conversation' is missing");
    }

    @Test
    void a_recorded_case_needs_no_conversation() {
        EvalCase read = files("title: a\nexpect: {greeting: {at-most: 1}}\n")
                .file("suite.yaml", "agent: {type: recorded}")
                .evalCase("a");

        assertThat(read.conversation()).isEmpty();
    }

    @Test
    void a_retired_case_needs_only_its_reason() {
        EvalCase read =
                files("title: a\nstatus: retired\nbecause: The plan is gone.\n").evalCase("a");

        assertThat(read.because()).isEqualTo("The plan is gone.");
    }

    @Test
    void a_quarantined_case_says_until_when() {
        EvalCase read = evalCase("title: a\nstatus: quarantined\nbecause: Flaky tool\nuntil: 2026-12-31\n");

        assertThat(read.until()).isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void a_turn_may_give_only_facts_that_exist() {
        assertThat(files("""
                                title: a
                                facts: {order_id: A-1}
                                conversation:
                                  - customer: Hi
                                    gives: [orderid]
                                expect: {greeting: {at-most: 1}}
                                """).problems())
                .containsExactly("cases/a.yaml:5:13: 'facts' has no 'orderid'; did you mean 'order_id'?");
    }

    @Test
    void every_mistake_is_reported_in_the_order_of_the_file() {
        assertThat(files("""
                                titel: a
                                status: activ
                                tags: [yes]
                                conversation:
                                  - customr: Hi
                                expect:
                                  greeting: {words: [forbidden]}
                                  gretings: {}
                                """).problems())
                .containsExactly(
                        "cases/a.yaml:1:1: unknown key 'titel'; did you mean 'title'?",
                        "cases/a.yaml:1:1: the key 'title' is missing",
                        "cases/a.yaml:2:9: unknown value for 'status': 'activ'; did you mean 'active'?",
                        "cases/a.yaml:3:8: YAML may read this as a truth value: quote it",
                        "cases/a.yaml:5:5: unknown key 'customr'; did you mean 'customer'?",
                        "cases/a.yaml:5:5: the key 'customer' is missing",
                        "cases/a.yaml:7:22: this word greets nobody",
                        "cases/a.yaml:8:3: unknown expectation 'gretings'; did you mean 'greeting'?");
    }

    @Test
    void an_agent_over_HTTP_that_is_not_told_the_world_is_a_warning() {
        Suite suite = files("title: a\nnow: 2026-03-02T09:15:00Z\nworld: {lookup: [{returns: 1}]}\n" + SuiteFiles.REST)
                .file("suite.yaml", "agent: {type: http, url: http, request: {at: \"${now}\"}}")
                .sound();

        assertThat(suite.warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "cases/a.yaml:3:1: the agent does not get to know this 'world': put \"${world}\" into the"
                                + " request in suite.yaml");
    }

    private EvalCase evalCase(String head) {
        return files(head + SuiteFiles.REST).evalCase("a");
    }

    private SuiteFiles files(String yaml) {
        return SuiteFiles.in(directory).file("cases/a.yaml", yaml);
    }

    private SuiteFiles cohorts() {
        return SuiteFiles.in(directory)
                .file("cohorts.yaml", "cohorts: {plain: {}, vip: {context: {plan: enterprise}}}");
    }
}
