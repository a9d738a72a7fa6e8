package dev.retrial.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that somebody could have made to hurt; each is one broken file, and the case beside it is read. */
@Timeout(20)
class HostileFilesTest {

    private static final String CASE = "title: a\n" + SuiteFiles.REST;

    @TempDir
    Path directory;

    @Test
    void a_case_of_more_than_a_mebibyte_is_not_read() {
        assertOnlyProblem(
                ("title: " + "a".repeat(1024 * 1024)).getBytes(StandardCharsets.UTF_8),
                "cases/bad.yaml: this file is larger than 1 MiB and is not read");
    }

    @Test
    void a_file_that_claims_two_gigabytes_is_not_read() throws IOException {
        SuiteFiles files =
                SuiteFiles.in(directory).file("cases/good.yaml", CASE).file("cases/bad.yaml", "");
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve("cases/bad.yaml").toFile(), "rw")) {
            file.setLength(2L * 1024 * 1024 * 1024);
        }

        assertThat(files.problems()).containsExactly("cases/bad.yaml: this file is larger than 1 MiB and is not read");
    }

    @Test
    void a_tool_file_may_have_sixteen_mebibytes_but_no_more() {
        byte[] comments = "#".repeat(16 * 1024 * 1024 + 1).getBytes(StandardCharsets.UTF_8);

        assertThat(SuiteFiles.in(directory).file("tools.yaml", comments).problems())
                .containsExactly("tools.yaml: this file is larger than 16 MiB and is not read");
    }

    @Test
    void a_large_case_below_the_limit_is_read() {
        String why = "why: " + "a".repeat(1_000_000) + "\n";

        assertThat(SuiteFiles.in(directory)
                        .file("cases/a.yaml", why + CASE)
                        .sound()
                        .files())
                .hasSize(1);
    }

    @Test
    void an_alias_bomb_does_not_go_off() {
        StringBuilder bomb = new StringBuilder("title: a\nx0: &x0 [lol, lol, lol]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("x%d: &x%d [*x%d, *x%d, *x%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        SuiteFiles files = bad(bomb.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(files.problems())
                .first()
                .isEqualTo("cases/bad.yaml:2:5: text that begins with '&' must be quoted: anchors are not read");
        assertGoodIsRead(files);
    }

    @Test
    void nesting_without_end_ends() {
        assertOnlyProblem(
                ("title: " + "[".repeat(500_000)).getBytes(StandardCharsets.UTF_8),
                "cases/bad.yaml:1:71: maps and lists lie more than 64 deep in one another");
    }

    @Test
    void nesting_by_indentation_ends() {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            deep.append(" ".repeat(i)).append("a:\n");
        }
        assertOnlyProblem(
                deep.toString().getBytes(StandardCharsets.UTF_8),
                "cases/bad.yaml:65:65: maps and lists lie more than 64 deep in one another");
    }

    @Test
    void a_NUL_is_located() {
        assertOnlyProblem(
                "title: a\0b\n".getBytes(StandardCharsets.UTF_8),
                "cases/bad.yaml:1:9: the character U+0000 must not be in a YAML file: remove it, or write it as an escape in"
                        + " double quotes");
    }

    @Test
    void bytes_that_are_no_UTF_8_are_located() {
        assertOnlyProblem(
                "title: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1),
                "cases/bad.yaml:1:11: the byte at offset 10 is not UTF-8: save the file as UTF-8");
    }

    @Test
    void an_overlong_encoding_is_no_UTF_8() {
        assertOnlyProblem(
                new byte[] {'a', ':', ' ', (byte) 0xC0, (byte) 0xAF},
                "cases/bad.yaml:1:4: the byte at offset 3 is not UTF-8: save the file as UTF-8");
    }

    @Test
    void UTF_16_is_named() {
        assertOnlyProblem(
                CASE.getBytes(StandardCharsets.UTF_16), "cases/bad.yaml:1:1: the file is UTF-16: save it as UTF-8");
    }

    @Test
    void a_byte_order_mark_is_passed_over() {
        assertThat(SuiteFiles.in(directory)
                        .file("cases/a.yaml", "\uFEFF" + CASE)
                        .sound()
                        .files())
                .hasSize(1);
    }

    @Test
    void lines_may_end_as_on_Windows() {
        assertThat(SuiteFiles.in(directory)
                        .file("cases/a.yaml", ("titel: a\r\n" + CASE.replace("\n", "\r\n")))
                        .problems())
                .containsExactly("cases/a.yaml:1:1: unknown key 'titel'; did you mean 'title'?");
    }

    @Test
    void an_empty_file_says_what_it_lacks() {
        assertOnlyProblem(
                new byte[0],
                "cases/bad.yaml: this file is empty: a case needs at least 'title', 'conversation' and 'expect'");
    }

    @Test
    void a_list_is_no_case() {
        assertOnlyProblem(
                "- a\n".getBytes(StandardCharsets.UTF_8),
                "cases/bad.yaml:1:1: a case is a map of keys such as 'title', 'conversation' and 'expect'");
    }

    @Test
    void a_key_of_a_thousand_letters_does_not_fill_the_screen() {
        SuiteFiles files = bad(("x".repeat(1000) + ": 1\n").getBytes(StandardCharsets.UTF_8));

        assertThat(files.problems()).allSatisfy(problem -> assertThat(problem).hasSizeLessThan(400));
    }

    @Test
    void a_thousand_mistakes_are_fifty() {
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            yaml.append("zebra").append(i).append(": 1\n");
        }
        assertThat(bad(yaml.toString().getBytes(StandardCharsets.UTF_8)).problems())
                .hasSize(50);
    }

    @Test
    void a_number_of_a_thousand_million_digits_is_refused() {
        assertOnlyProblem(
                ("context: {a: 1e999999999}\n" + CASE).getBytes(StandardCharsets.UTF_8),
                "cases/bad.yaml:1:14: this number is too long: quote it if it is text");
    }

    @Test
    void a_pipe_is_not_waited_for() throws Exception {
        SuiteFiles files = SuiteFiles.in(directory).file("cases/good.yaml", CASE);
        Path pipe = directory.resolve("cases/bad.yaml");
        int exit = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        org.junit.jupiter.api.Assumptions.assumeTrue(exit == 0);

        assertThat(files.problems()).containsExactly("cases/bad.yaml: this is not a file");
        Files.delete(pipe);
    }

    private void assertOnlyProblem(byte[] bytes, String problem) {
        SuiteFiles files = bad(bytes);
        assertThat(files.problems()).containsExactly(problem);
        assertGoodIsRead(files);
    }

    private SuiteFiles bad(byte[] bytes) {
        return SuiteFiles.in(directory).file("cases/good.yaml", CASE).file("cases/bad.yaml", bytes);
    }

    private static void assertGoodIsRead(SuiteFiles files) {
        assertThat(files.read().files()).hasAtLeastOneElementOfType(EvalCase.class);
    }
}
