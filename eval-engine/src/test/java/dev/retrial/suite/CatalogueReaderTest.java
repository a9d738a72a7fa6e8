package dev.retrial.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.scene.Catalogue;
import dev.retrial.scene.Catalogue.Group;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueReaderTest {

    private static final String CASE = "title: A\nconversation: [{customer: Hi}]\nexpect: {catalogue: none}\n";

    @TempDir
    Path directory;

    @Test
    void what_exists_and_what_does_not_is_read() {
        Catalogue catalogue = SuiteFiles.in(directory)
                .file(
                        "catalogue.yaml",
                        "exists:\n  teams: {incident team: [on-call]}\n  documents: {'https://a.example/x': [SOC 2 report]}\nabsent: {phone support: [hotline]}\n")
                .file("cases/a.yaml", CASE)
                .read()
                .catalogue();

        assertThat(catalogue)
                .isEqualTo(new Catalogue(
                        true,
                        Map.of(
                                Group.TEAMS, Map.of("incident team", List.of("on-call")),
                                Group.DOCUMENTS, Map.of("https://a.example/x", List.of("SOC 2 report"))),
                        Map.of("phone support", List.of("hotline"))));
    }

    @Test
    void a_mistake_is_reported_where_it_is() {
        assertThat(SuiteFiles.in(directory)
                        .file("catalogue.yaml", "exists:\n  team: {a: []}\nabsent: {phone: ['**']}\n")
                        .problems())
                .containsExactly(
                        "catalogue.yaml:2:3: unknown key 'team'; did you mean 'teams'?",
                        "catalogue.yaml:3:18: there is nothing in this text to look for");
    }

    @Test
    void without_a_catalogue_a_case_cannot_be_held_against_it() {
        assertThat(SuiteFiles.in(directory).file("cases/a.yaml", CASE).problems())
                .containsExactly(
                        "cases/a.yaml:3:21: there is no catalogue of what exists: write one as catalogue.yaml beside suite.yaml");
    }
}
