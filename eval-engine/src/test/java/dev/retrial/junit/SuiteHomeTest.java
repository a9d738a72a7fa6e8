package dev.retrial.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteHomeTest {

    @TempDir
    Path project;

    @BeforeEach
    void aRealPath() throws Exception {
        project = project.toRealPath();
    }

    @Test
    void results_go_into_the_build_directory() throws Exception {
        assertThat(home("target/test-classes/evals", "src/test/resources/evals").build())
                .isEqualTo(project.resolve("target"));
        assertThat(home("build/resources/test/evals", "src/test/resources/evals")
                        .build())
                .isEqualTo(project.resolve("build"));
    }

    @Test
    void the_build_directory_of_a_suite_in_the_source_tree_is_that_of_its_project() throws Exception {
        Files.writeString(project.resolve("build.gradle.kts"), "");

        assertThat(home("src/test/evals", "src/test/evals").build()).isEqualTo(project.resolve("build"));
    }

    @Test
    void a_case_lies_in_the_suite_that_has_the_nearest_suite_file_above_it() throws Exception {
        Path outer = Files.createDirectories(project.resolve("outer"));
        Path inner = Files.createDirectories(outer.resolve("inner/cases/deep"));
        Files.writeString(outer.resolve("suite.yaml"), "");
        Files.writeString(outer.resolve("inner/suite.yml"), "");

        assertThat(SuiteHome.above(inner.resolve("x.yaml"))).isEqualTo(outer.resolve("inner"));
        assertThat(SuiteHome.above(outer.resolve("cases"))).isEqualTo(outer);
        assertThat(SuiteHome.above(project)).isNull();
    }

    @Test
    void a_directory_that_is_nowhere_is_told_with_the_places_where_it_was_looked_for() {
        SuiteHome home = SuiteHome.of(Marked.Nowhere.class, "junit/nowhere", "@EvalSuite");

        assertThat(home.directory()).isNull();
        assertThat(home.missing())
                .contains(
                        "@EvalSuite(\"junit/nowhere\")",
                        Marked.Nowhere.class.getName(),
                        "src/test/resources/junit/nowhere");
    }

    @Test
    void a_directory_in_a_jar_is_told_to_be_one() {
        assertThat(SuiteHome.of(Marked.Nowhere.class, "org/junit/jupiter/api", "@EvalSuite")
                        .missing())
                .contains("inside a jar");
    }

    private SuiteHome home(String directory, String sources) throws Exception {
        Path at = Files.createDirectories(project.resolve(directory));
        Files.createDirectories(project.resolve(sources).resolve("cases"));
        Files.writeString(project.resolve(sources).resolve("cases/x.yaml"), "");
        return SuiteHome.of(at);
    }
}
