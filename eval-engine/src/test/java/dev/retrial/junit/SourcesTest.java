package dev.retrial.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

    @TempDir
    Path project;

    @BeforeEach
    void aRealPath() throws Exception {
        project = project.toRealPath();
    }

    @Test
    void the_copy_that_Maven_makes_is_edited_where_it_was_copied_from() throws Exception {
        assertThat(shown("target/test-classes/evals", "src/test/resources/evals", "cases/x.yaml"))
                .isEqualTo(file("src/test/resources/evals/cases/x.yaml"));
    }

    @Test
    void the_copy_that_Gradle_makes_is_edited_where_it_was_copied_from() throws Exception {
        assertThat(shown("build/resources/test/evals", "src/test/resources/evals", "cases/x.yaml"))
                .isEqualTo(file("src/test/resources/evals/cases/x.yaml"));
        assertThat(shown("build/resources/evalTest/a/b", "src/evalTest/resources/a/b", "cases/x.yaml"))
                .isEqualTo(file("src/evalTest/resources/a/b/cases/x.yaml"));
    }

    @Test
    void a_generated_file_is_shown_where_it_is() throws Exception {
        assertThat(shown("target/test-classes/evals", "src/test/resources/evals", "cases/generated.yaml"))
                .isEqualTo(file("target/test-classes/evals/cases/generated.yaml"));
    }

    @Test
    void a_suite_behind_a_link_is_shown_where_it_really_lies() throws Exception {
        Path linked = Files.createSymbolicLink(project.resolve("linked"), suite("real/evals", "real/src"));

        assertThat(new Sources(SuiteHome.of(linked)).of("cases/x.yaml").getFile())
                .isEqualTo(file("real/evals/cases/x.yaml"));
    }

    @Test
    void what_a_source_is_sent_with_to_other_processes_names_no_class_of_ours() throws Exception {
        Path evals = suite("evals", "src");
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(sent)) {
            out.writeObject(new Sources(SuiteHome.of(evals)).of("cases/x.yaml"));
        }

        assertThat(sent.toString(StandardCharsets.ISO_8859_1))
                .contains("FileSource")
                .doesNotContain("dev.retrial");
    }

    private File shown(String directory, String sources, String file) throws Exception {
        return new Sources(SuiteHome.of(suite(directory, sources))).of(file).getFile();
    }

    private File file(String name) {
        return project.resolve(name).toFile();
    }

    private Path suite(String directory, String sources) throws Exception {
        Files.createDirectories(project.resolve(sources).resolve("cases"));
        Files.writeString(project.resolve(sources).resolve("cases/x.yaml"), "");
        return Files.createDirectories(project.resolve(directory));
    }
}
