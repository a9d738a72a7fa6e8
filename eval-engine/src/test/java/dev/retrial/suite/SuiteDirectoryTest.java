package dev.retrial.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are read, and which must not be. */
class SuiteDirectoryTest {

    private static final String CASE = "title: a\n" + SuiteFiles.REST;

    @TempDir
    Path directory;

    @Test
    void cases_are_found_at_any_depth_in_the_order_of_their_paths() {
        Suite suite = suite().file("cases/b/z.yaml", CASE)
                .file("cases/a.yml", CASE)
                .file("cases/b/y.yaml", CASE)
                .sound();

        assertThat(suite.files())
                .extracting(CaseFile::file)
                .containsExactly("cases/a.yml", "cases/b/y.yaml", "cases/b/z.yaml");
    }

    @Test
    void yml_is_read_like_yaml() throws IOException {
        Files.delete(suite().directory().resolve("suite.yaml"));
        Suite suite = new SuiteFilesWithout(directory)
                .files()
                .file("suite.yml", "trials: 2")
                .file("cohorts.yml", "cohorts: {vip: {}}")
                .file("tools.yml", "tools: {lookup: {}}")
                .file("cases/a.yml", CASE)
                .sound();

        assertThat(suite.trials().attempts()).isEqualTo(2);
        assertThat(suite.cohorts()).containsKey("vip");
        assertThat(suite.tools().declared()).isTrue();
        assertThat(suite.files()).extracting(file -> ((EvalCase) file).id()).containsExactly("a");
    }

    @Test
    void both_endings_at_once_are_an_error() {
        assertThat(suite().file("suite.yml", "").problems())
                .singleElement()
                .asString()
                .matches("suite\\.(yml: there is suite\\.yaml|yaml: there is suite\\.yml) as well: remove one of them");
    }

    @Test
    void hidden_files_and_other_files_are_passed_over() {
        assertThat(suite().file("cases/.a.yaml", "{")
                        .file("cases/.git/b.yaml", "{")
                        .file("cases/README.md", "{")
                        .file("prompts/x.yaml", "{")
                        .sound()
                        .files())
                .isEmpty();
    }

    @Test
    void a_suite_without_cases_has_none() {
        assertThat(suite().sound().files()).isEmpty();
    }

    @Test
    void a_directory_that_does_not_exist_is_no_suite() {
        assertThatThrownBy(() -> new SuiteReader(new SuiteFiles.Agents()).read(directory.resolve("nowhere")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void two_cases_of_one_name_are_both_located_and_the_others_run() {
        SuiteFiles files = suite().file("cases/a/refund.yaml", CASE)
                .file("cases/b/refund.yml", CASE)
                .file("cases/c.yaml", CASE);

        assertThat(files.problems())
                .containsExactly(
                        "cases/a/refund.yaml: the case 'refund' is there twice, also as cases/b/refund.yml: rename one of the two",
                        "cases/b/refund.yml: the case 'refund' is there twice, also as cases/a/refund.yaml: rename one of the two");
        assertThat(files.read().files()).hasAtLeastOneElementOfType(EvalCase.class);
    }

    @Test
    void a_broken_case_leaves_the_others_alone() {
        Suite suite = suite().file("cases/a.yaml", "title: [")
                .file("cases/b.yaml", CASE)
                .read();

        assertThat(suite.files().get(0))
                .isInstanceOfSatisfying(
                        BrokenFile.class,
                        broken -> assertThat(broken.holdsUpSuite()).isFalse());
        assertThat(suite.files().get(1)).isInstanceOf(EvalCase.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"suite.yaml", "cohorts.yaml", "tools.yaml"})
    void no_case_runs_where_a_file_is_broken_that_all_hang_on(String file) {
        Suite suite = suite().file(file, "zebra: 1").file("cases/a.yaml", CASE).read();

        assertThat(suite.files()).singleElement().isInstanceOfSatisfying(BrokenFile.class, broken -> {
            assertThat(broken.file()).isEqualTo(file);
            assertThat(broken.holdsUpSuite()).isTrue();
        });
    }

    @Test
    void every_broken_file_that_all_hang_on_is_reported() {
        assertThat(suite().file("cohorts.yaml", "x: 1")
                        .file("tools.yaml", "x: 1")
                        .read()
                        .files())
                .extracting(CaseFile::file)
                .containsExactly("tools.yaml", "cohorts.yaml");
    }

    @Test
    void a_misspelt_file_is_not_passed_over() {
        assertThat(suite().file("cohort.yaml", "").problems())
                .containsExactly("cohort.yaml: a suite has no such file; did you mean 'cohorts.yaml'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "policy/refunds.yaml|policy: a suite has no such directory; did you mean 'policies'?",
                "polices/refunds.yaml|polices: a suite has no such directory; did you mean 'policies'?",
                "case/b.yaml|case: a suite has no such directory; did you mean 'cases'?",
                "policies.yaml|policies.yaml: a suite has no such file; put it into the directory 'policies'",
                "cases.yml|cases.yml: a suite has no such file; put it into the directory 'cases'",
                "policies/refunds.yam|policies/refunds.yam: by its name this is no YAML file, and nothing would read it: call it *.yaml",
                "cases/b.yaml.txt|cases/b.yaml.txt: by its name this is no YAML file, and nothing would read it: call it *.yaml",
                "cases/b.ymal|cases/b.ymal: by its name this is no YAML file, and nothing would read it: call it *.yaml",
            })
    void what_nothing_would_read_is_not_passed_over(String file, String problem) {
        assertThat(suite().file("cases/a.yaml", CASE).file(file, CASE).problems())
                .containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cases/README.md",
                "cases/b.json",
                "cases/notes.txt",
                "cases/b.yaml~",
                "prompts/p.md",
                "casework/x.yaml"
            })
    void what_is_plainly_something_else_is_passed_over(String file) {
        assertThat(suite().file("cases/a.yaml", CASE).file(file, "x").problems())
                .isEmpty();
    }

    @Test
    void another_file_beside_the_suite_s_own_is_fine() {
        assertThat(suite().file("docker-compose.yaml", "x: 1").problems()).isEmpty();
    }

    @Test
    void a_symbolic_link_that_leaves_the_suite_is_refused(@TempDir Path elsewhere) throws IOException {
        Path target = Files.writeString(elsewhere.resolve("secret.yaml"), CASE);
        suite().file("cases/b.yaml", CASE);
        Files.createSymbolicLink(directory.resolve("cases/a.yaml"), target);

        assertThat(SuiteFiles.in(directory).problems())
                .containsExactly(
                        "cases/a.yaml: this symbolic link leaves the suite's directory: move the file into it");
    }

    @Test
    void a_symbolic_link_within_the_suite_is_read() throws IOException {
        suite().file("cases/b.yaml", CASE).file("shared/a.yaml", CASE);
        Files.createSymbolicLink(directory.resolve("cases/a.yaml"), directory.resolve("shared/a.yaml"));

        assertThat(SuiteFiles.in(directory).sound().files()).hasSize(2);
    }

    @Test
    void a_symbolic_link_to_a_directory_is_refused(@TempDir Path elsewhere) throws IOException {
        suite().file("cases/b.yaml", CASE);
        Files.createSymbolicLink(directory.resolve("cases/more"), elsewhere);

        assertThat(SuiteFiles.in(directory).problems())
                .containsExactly(
                        "cases/more: symbolic links to directories are not followed: move the directory into the suite");
    }

    @Test
    void cases_that_are_a_symbolic_link_are_refused(@TempDir Path elsewhere) throws IOException {
        suite();
        Files.createSymbolicLink(directory.resolve("cases"), elsewhere);

        assertThat(SuiteFiles.in(directory).problems())
                .containsExactly(
                        "cases: symbolic links to directories are not followed: move the directory into the suite");
    }

    @Test
    void a_suite_file_that_is_a_link_out_of_the_suite_is_refused(@TempDir Path elsewhere) throws IOException {
        Path target = Files.writeString(elsewhere.resolve("suite.yaml"), "");
        Files.createSymbolicLink(directory.resolve("suite.yaml"), target);

        assertThat(SuiteFiles.problems(new SuiteReader(new SuiteFiles.Agents()).read(directory)))
                .containsExactly("suite.yaml: this symbolic link leaves the suite's directory: move the file into it");
    }

    @Test
    void an_overlay_that_is_a_link_out_of_the_suite_is_refused(@TempDir Path elsewhere) throws IOException {
        Path target = Files.writeString(elsewhere.resolve("prompt.md"), "secret");
        suite().file("cohorts.yaml", "cohorts: {a: {overlay: prompt.md}}");
        Files.createSymbolicLink(directory.resolve("prompt.md"), target);

        assertThat(SuiteFiles.in(directory).problems())
                .containsExactly(
                        "cohorts.yaml:1:24: a symbolic link on this path leaves the suite's directory: move the file"
                                + " into it");
    }

    @Test
    void a_suite_may_be_reached_by_a_link(@TempDir Path elsewhere) throws IOException {
        suite().file("cases/a.yaml", CASE);
        Path link = Files.createSymbolicLink(elsewhere.resolve("evals"), directory);

        assertThat(new SuiteReader(new SuiteFiles.Agents()).read(link).files())
                .singleElement()
                .isInstanceOf(EvalCase.class);
    }

    @Test
    void a_directory_with_the_name_of_a_case_is_looked_into() {
        assertThat(suite().file("cases/a.yaml/b.yaml", CASE).sound().files())
                .extracting(CaseFile::file)
                .containsExactly("cases/a.yaml/b.yaml");
    }

    private SuiteFiles suite() {
        return SuiteFiles.in(directory);
    }

    /** The same directory, with no suite file written into it. */
    private record SuiteFilesWithout(Path directory) {
        SuiteFiles files() throws IOException {
            SuiteFiles files = SuiteFiles.in(directory);
            Files.delete(directory.resolve("suite.yaml"));
            return files;
        }
    }
}
