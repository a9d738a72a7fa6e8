package dev.retrial.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.check.Severity;
import dev.retrial.check.policy.Rule;
import dev.retrial.check.policy.RuleHolds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliciesTest {

    private static final String TOOLS = "tools: {refund: {effect: write}, lookup-order: {}}";
    private static final String RULES = """
            version: "3"
            source: https://wiki.example.com/refunds
            rules:
              refund-window:
                says: No late refund.
                severity: critical
                never: {call: refund, if: 'now - result."lookup-order".delivered_on > days(30)'}
              for-vips:
                says: Greet.
                cohorts: [vip]
                must: {says: Hello}
            """;
    private static final String CASE = """
            title: A
            conversation: [{customer: Hi}]
            expect: {policy: [refund-window]}
            """;

    @TempDir
    Path directory;

    @Test
    void the_rules_of_every_policy_are_read() {
        Suite suite = suite().file("policies/a.yaml", RULES)
                .file("policies/b.yml", "rules: {other: {says: O, never: {says: x}}}")
                .sound();

        assertThat(suite.rules())
                .extracting(rule -> rule.check().name())
                .containsExactly("policy.refund-window", "policy.for-vips", "policy.other");
        Rule window = ((RuleHolds) suite.rules().get(0).check()).rule();
        assertThat(window.version()).isEqualTo("3");
        assertThat(window.source()).isEqualTo("https://wiki.example.com/refunds");
        assertThat(window.severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void a_rule_holds_for_every_cell_of_its_cohorts_and_what_the_case_demands_stands_in_for_it() {
        Suite suite = suite().file("policies/a.yaml", RULES)
                .file("cases/a.yaml", CASE)
                .sound();
        EvalCase one = (EvalCase) suite.files().get(0);

        assertThat(names(suite, one, "vip")).containsExactly("policy.for-vips", "policy.refund-window");
        assertThat(names(suite, one, "dev")).containsExactly("policy.refund-window");
        assertThat(((RuleHolds) EffectiveChecks.of(suite, one, suite.cohorts().get("dev"))
                                .get(0)
                                .check())
                        .isDemanded())
                .isTrue();
    }

    @Test
    void a_case_may_waive_a_rule_with_a_reason() {
        Suite suite = suite().file("policies/a.yaml", RULES)
                .file("cases/a.yaml", "title: A\nwaive: {policy.for-vips@vip: They said goodbye.}\n" + SuiteFiles.REST)
                .sound();
        EvalCase one = (EvalCase) suite.files().get(0);

        assertThat(names(suite, one, "vip")).doesNotContain("policy.for-vips");
        assertThat(EffectiveChecks.waived(suite, one, suite.cohorts().get("vip")))
                .extracting(waived -> waived.check().name())
                .containsExactly("policy.for-vips");
    }

    @Test
    void suite_yaml_may_name_rules_too() {
        Suite suite = suite().file("policies/a.yaml", RULES)
                .file("suite.yaml", "expect: {policy: [refund-window]}")
                .sound();

        assertThat(suite.expect()).hasSize(1);
    }

    @Test
    void a_changed_policy_is_read_again() {
        SuiteFiles files = suite().file("policies/a.yaml", RULES);
        Suite before = files.sound();
        Suite after = files.file("policies/c.yaml", "rules: {more: {says: M, never: {says: x}}}")
                .sound();

        assertThat(before.rules()).hasSize(2);
        assertThat(after.rules()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rules: {a: {says: A, never: {call: refnd}}}|policies/x.yaml:1:36: unknown tool 'refnd'; did you mean 'refund'?",
                "rules: {a: {says: A, never: {call: refund, if: 'nw > 1'}}}|policies/x.yaml:1:48: this expression may use now, args, context, facts, cohort, result; unknown name 'nw'; did you mean 'now'?",
                "rules: {a: {says: A, never: {call: refund, if: 'now >'}}}|policies/x.yaml:1:48: this expression cannot be read: Missing second operand for operator, at character 5",
                "rules: {a: {says: A, nevr: {says: x}}}|policies/x.yaml:1:22: unknown key 'nevr'; did you mean 'never'?",
                "rules: {a: {says: A, cohorts: [vips], never: {says: x}}}|policies/x.yaml:1:32: unknown cohort 'vips'; did you mean 'vip'?",
                "rules: {a: {says: A, never: {outcome: refused}}}|policies/x.yaml:1:39: nothing tells 'refused' from the other outcomes: declare its signal under 'outcomes' in suite.yaml",
                "rules: {A: {says: A, never: {says: x}}}|policies/x.yaml:1:9: the key 'A' must match ^[a-z0-9-]+$",
                "x: 1|policies/x.yaml:1:1: unknown key 'x'; known: version, source, rules",
            })
    void a_mistake_is_located(String yaml, String problem) {
        assertThat(suite().file("policies/x.yaml", yaml).problems()).contains(problem);
    }

    @Test
    void every_rule_with_a_mistake_is_reported() {
        assertThat(suite().file(
                                "policies/x.yaml",
                                "rules:\n  a: {says: A, never: {call: x}}\n  b: {says: A, never: {call: y}}\n")
                        .problems())
                .hasSize(2);
    }

    @Test
    void an_id_is_unique_in_the_suite() {
        assertThat(suite().file("policies/a.yaml", "rules: {a: {says: A, never: {says: x}}}")
                        .file("policies/b.yaml", "rules: {a: {says: B, never: {says: y}}}")
                        .problems())
                .containsExactly("policies/b.yaml:1:9: the rule 'a' is there twice: rename one of the two");
    }

    @Test
    void policies_are_files_of_one_directory() {
        assertThat(suite().file("policies/more/a.yaml", RULES).problems())
                .containsExactly("policies/more: policies are not nested: move the files into policies/");
    }

    @Test
    void an_unknown_rule_in_a_case_is_named_with_its_nearest() {
        assertThat(suite().file("policies/a.yaml", RULES)
                        .file("cases/a.yaml", CASE.replace("refund-window", "refund-windw"))
                        .problems())
                .containsExactly("cases/a.yaml:3:19: unknown rule 'refund-windw'; did you mean 'refund-window'?");
    }

    private static List<String> names(Suite suite, EvalCase one, String cohort) {
        List<String> names = new ArrayList<>();
        for (ScopedCheck check : EffectiveChecks.of(suite, one, suite.cohorts().get(cohort))) {
            if (check.kind().equals("policy")) {
                names.add(check.check().name());
            }
        }
        return names;
    }

    private SuiteFiles suite() {
        return SuiteFiles.in(directory)
                .file("tools.yaml", TOOLS)
                .file("cohorts.yaml", "cohorts: {vip: {description: V}, dev: {description: D}}");
    }
}
