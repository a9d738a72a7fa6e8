package dev.retrial.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CohortsFileTest {

    @TempDir
    Path directory;

    @Test
    void cohorts_keep_their_order() {
        Suite suite = cohorts("cohorts:\n  self-serve: {}\n  enterprise: {}\n  b2b: {}\n")
                .sound();

        assertThat(suite.cohorts().keySet()).containsExactly("self-serve", "enterprise", "b2b");
    }

    @Test
    void a_cohort_has_a_context_and_an_overlay() throws Exception {
        Cohort cohort = cohorts("""
                        cohorts:
                          enterprise:
                            description: Procurement
                            context: {plan: enterprise, seats: 2000}
                            overlay: prompts/enterprise.md
                        """)
                .file("prompts/enterprise.md", "Be formal.")
                .sound()
                .cohorts()
                .get("enterprise");

        assertThat(cohort.description()).isEqualTo("Procurement");
        assertThat(cohort.context()).hasToString("{\"plan\":\"enterprise\",\"seats\":2000}");
        assertThat(cohort.overlay()).isEqualTo(directory.toRealPath().resolve("prompts/enterprise.md"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"self-check", "cohorts", "lint", "gate"})
    void a_reserved_id_is_refused(String id) {
        assertThat(cohorts("cohorts: {" + id + ": {}}").problems())
                .containsExactly("cohorts.yaml:1:11: a cohort cannot be called '" + id + "': tests have that name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cohorts: {Enter_prise: {}}|cohorts.yaml:1:11: the key 'Enter_prise' must match ^[a-z0-9-]+$",
                "cohorts: {}|cohorts.yaml:1:10: the map 'cohorts' is empty: give it a key or leave it out",
                "cohorts: [a]|cohorts.yaml:1:10: expected a map for 'cohorts', found a list",
                "cohort: {a: {}}|cohorts.yaml:1:1: unknown key 'cohort'; did you mean 'cohorts'?",
                "cohorts: {a: x}|cohorts.yaml:1:14: expected a map for 'a', found text",
                "cohorts: {a: {plan: x}}|cohorts.yaml:1:15: unknown key 'plan'; known: description, context, overlay, expect",
                "cohorts: {a: {context: {n: 007}}}|cohorts.yaml:1:28: YAML may read this as a number: quote it",
                "cohorts: {a: {overlay: ../x.md}}|cohorts.yaml:1:24: this path leaves the suite's directory: move the file into it",
                "cohorts: {a: {overlay: x.md}}|cohorts.yaml:1:24: there is no such file in the suite's directory",
                "''|cohorts.yaml: this file is empty: remove it, or say what it is for",
            })
    void a_mistake_is_located(String yaml, String problem) {
        assertThat(cohorts(yaml).problems()).contains(problem);
    }

    @Test
    void a_cohort_expects_only_what_its_voice_is() {
        assertThat(cohorts("cohorts: {a: {expect: {greeting: {at-most: 1}}}}").problems())
                .singleElement()
                .asString()
                .startsWith("cohorts.yaml:1:24: a cohort expects only ")
                .endsWith(": what is true for every customer belongs into the suite or the case");
    }

    private SuiteFiles cohorts(String yaml) {
        return SuiteFiles.in(directory).file("cohorts.yaml", yaml);
    }
}
