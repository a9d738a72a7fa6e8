package dev.retrial.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retrial.suite.Problem;
import dev.retrial.tickets.redact.RedactionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    @TempDir
    Path suite;

    @Test
    void without_a_file_the_defaults_hold() throws Exception {
        assertThat(SettingsFile.read(suite)).isEqualTo(TicketSettings.DEFAULT);
    }

    @Test
    void every_key_is_read() throws Exception {
        TicketSettings settings = read("""
                ai-authors: {ids: ["4001"], emails: [Bot@acme.example], names: [Acme Assistant], tags: [ai-handled]}
                redaction:
                  regions: [SE, US]
                  keep: ["A-[0-9]+"]
                  hide: [Project Falcon]
                  personal-fields: [shipping_address]
                  scope: project
                  national-ids: true
                cohorts:
                  - {cohort: enterprise, when: {field: plan, is: [enterprise, scale]}}
                  - {cohort: developer, when: {tag: [api]}}
                categories: {field: topic, tag: {billing: [refund]}}
                """);

        assertThat(settings.aiAuthors().evidence("4001", List.of(), List.of())).isEqualTo("ai-authors.ids");
        assertThat(settings.aiAuthors().emails()).containsExactly("bot@acme.example");
        assertThat(settings.aiAuthors().tags()).containsExactly("ai-handled");
        assertThat(settings.redaction())
                .isEqualTo(new RedactionSettings(
                        List.of("SE", "US"),
                        List.of("A-[0-9]+"),
                        List.of("Project Falcon"),
                        List.of("shipping_address"),
                        RedactionSettings.Scope.PROJECT,
                        true));
        assertThat(settings.cohorts()).extracting(rule -> rule.cohort()).containsExactly("enterprise", "developer");
        assertThat(settings.cohorts().get(0).values()).containsExactlyInAnyOrder("enterprise", "scale");
        assertThat(settings.categories().field()).isEqualTo("topic");
        assertThat(settings.categories().tags()).isEqualTo(Map.of("billing", Set.of("refund")));
    }

    @Test
    void a_key_that_is_misspelt_is_named_with_its_place_and_the_nearest() {
        assertThat(problems("redaction:\n  hid: [Project Falcon]\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(2);
                    assertThat(problem.reason()).contains("'hid'").contains("'hide'");
                });
    }

    @Test
    void a_pattern_that_is_none_is_named_with_its_place() {
        assertThat(problems("redaction:\n  keep: [fine, \"A-[0-9\"]\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(2);
                    assertThat(problem.column()).isEqualTo(16);
                    assertThat(problem.reason()).contains("RE2");
                });
    }

    @Test
    void a_field_without_its_values_is_a_mistake() {
        assertThat(problems("cohorts:\n  - {cohort: a, when: {field: plan}}\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(2);
                    assertThat(problem.reason()).contains("'field' and 'is' go together");
                });
    }

    @Test
    void text_that_is_no_yaml_is_told_with_its_line() {
        assertThat(problems("redaction: {keep: [\n"))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.file()).isEqualTo("tickets.yaml"));
    }

    private TicketSettings read(String text) throws IOException, InvalidSettingsException {
        Files.writeString(suite.resolve(SettingsFile.NAME), text);
        return SettingsFile.read(suite);
    }

    private List<Problem> problems(String text) {
        return catchThrowableOfType(InvalidSettingsException.class, () -> read(text))
                .problems();
    }
}
