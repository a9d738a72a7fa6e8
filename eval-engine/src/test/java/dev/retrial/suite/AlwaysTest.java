package dev.retrial.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.retrial.check.Check;
import dev.retrial.check.CheckKinds;
import dev.retrial.check.CheckResult;
import dev.retrial.check.ConfidentialCheck;
import dev.retrial.check.Failed;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Passed;
import dev.retrial.check.Vocabulary;
import dev.retrial.scene.Catalogue;
import dev.retrial.scene.Facts;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.scene.Scene;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.transcript.Transcript;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlwaysTest {

    private static final String CONVERSATION = "title: A\nconversation:\n  - customer: Hello\n";
    private static final String GREETS = "expect: {greeting: {at-most: 1}}\n";

    @TempDir
    Path directory;

    @Test
    void everything_is_reported_where_nothing_is_said() {
        assertThat(effective("", "catalogue.yaml", GREETS))
                .containsExactly(
                        "greeting.at-most MAJOR",
                        "claims ADVISORY",
                        "catalogue ADVISORY",
                        "leaks.personal-data ADVISORY",
                        "leaks.prompt ADVISORY");
    }

    @Test
    void each_may_gate_be_reported_or_be_skipped() {
        assertThat(effective("always: {claims: gate, leaks: skip}", "catalogue.yaml", GREETS))
                .containsExactly("greeting.at-most MAJOR", "claims MAJOR", "catalogue ADVISORY");
    }

    @Test
    void the_catalogue_is_looked_at_only_where_there_is_one() {
        assertThat(effective("always: {claims: skip, catalogue: gate, leaks: skip}", null, GREETS))
                .containsExactly("greeting.at-most MAJOR");
    }

    @Test
    void where_a_case_expects_the_same_its_own_expectation_rules() {
        assertThat(effective(
                        "always: {claims: report, catalogue: skip, leaks: report}",
                        null,
                        "expect: {claims: none, leaks: {allow: [a@b.example]}}\n"))
                .containsExactly("claims MAJOR", "leaks.personal-data MAJOR", "leaks.prompt MAJOR");
    }

    @Test
    void what_a_case_expects_of_one_turn_leaves_the_others_to_the_suite() {
        assertThat(effective(
                        "always: {catalogue: skip, leaks: skip}",
                        null,
                        "expect: {greeting: {at-most: 1}}\n",
                        "title: A\nconversation:\n  - {customer: Hello, expect: {claims: none}}\n"))
                .containsExactly("greeting.at-most MAJOR", "claims MAJOR", "claims ADVISORY");
    }

    @Test
    void what_the_suite_expects_anyway_is_not_checked_twice() {
        assertThat(effective(
                        "always: {claims: skip}\nexpect: {leaks: {allow: [a@b.example]}, catalogue: none}",
                        "catalogue.yaml",
                        GREETS))
                .containsExactly(
                        "leaks.personal-data MAJOR", "leaks.prompt MAJOR", "catalogue MAJOR", "greeting.at-most MAJOR");
    }

    @Test
    void a_case_may_waive_it_with_a_reason() {
        SuiteFiles files = suite(
                "always: {claims: gate, leaks: skip}",
                null,
                CONVERSATION + GREETS + "waive: {claims: The tool is down.}\n");
        Suite suite = files.sound();

        assertThat(effective(suite, files)).containsExactly("greeting.at-most MAJOR");
        assertThat(EffectiveChecks.waived(
                        suite, files.evalCase("a"), suite.cohorts().get("default")))
                .extracting(check -> check.check().name())
                .containsExactly("claims");
    }

    @ParameterizedTest
    @CsvSource({"CLAIMS, claims", "CATALOGUE, catalogue", "LEAKS, leaks"})
    void its_checks_are_those_that_none_demands(AlwaysChecks.Kind kind, String key) throws InvalidExpectation {
        List<ScopedCheck> always = AlwaysChecks.of(kind, AlwaysChecks.Standing.GATE, vocabulary());
        List<Check> bound = CheckKinds.installed().find(key).bind(TextNode.valueOf("none"), vocabulary());

        assertThat(always)
                .extracting(check -> check.check().name())
                .isEqualTo(bound.stream().map(Check::name).toList());
        assertThat(always)
                .extracting(check -> check.check() instanceof ConfidentialCheck)
                .isEqualTo(bound.stream()
                        .map(check -> check instanceof ConfidentialCheck)
                        .toList());
        assertThat(always).extracting(ScopedCheck::kind).containsOnly(key);
    }

    @Test
    void it_finds_and_masks_what_the_check_of_a_case_does() {
        ScopedCheck check = AlwaysChecks.of(AlwaysChecks.Kind.LEAKS, AlwaysChecks.Standing.REPORT, vocabulary())
                .get(0);
        Transcript transcript =
                Transcript.builder().customer("Hi").agent("Ask kim@b.example.").build();

        CheckResult result = check.evaluate(transcript, Scene.at(Instant.EPOCH));

        assertThat(result).isInstanceOf(Failed.class);
        ConfidentialCheck confidential = (ConfidentialCheck) check.check();
        assertThat(confidential.masked("kim@b.example", result)).isEqualTo("█████████████");
        assertThat(confidential.masked("kim@b.example")).isEqualTo("█████████████");
        assertThat(confidential.masked("kim@b.example", Passed.PLAIN)).isEqualTo("kim@b.example");
    }

    private static Vocabulary vocabulary() {
        return new Vocabulary(ToolCatalog.UNDECLARED, OutcomeSignals.NONE, Facts.NONE)
                .with(new Catalogue(true, Map.of(), Map.of("phone line", List.of())));
    }

    private List<String> effective(String suite, String catalogue, String expect) {
        return effective(suite, catalogue, expect, CONVERSATION);
    }

    private List<String> effective(String suite, String catalogue, String expect, String conversation) {
        SuiteFiles files = suite(suite, catalogue, conversation + expect);
        return effective(files.sound(), files);
    }

    private SuiteFiles suite(String suite, String catalogue, String yaml) {
        SuiteFiles files = SuiteFiles.in(directory).file("suite.yaml", suite).file("cases/a.yaml", yaml);
        return catalogue == null ? files : files.file(catalogue, "absent: {phone line: []}\n");
    }

    private static List<String> effective(Suite suite, SuiteFiles files) {
        List<String> checks = new ArrayList<>();
        for (ScopedCheck check :
                EffectiveChecks.of(suite, files.evalCase("a"), suite.cohorts().get("default"))) {
            checks.add(check.check().name() + " " + check.check().severity());
        }
        return checks;
    }
}
