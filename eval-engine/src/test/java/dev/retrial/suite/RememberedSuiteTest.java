package dev.retrial.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A test run asks for a suite many times; only what changed is read again. */
class RememberedSuiteTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    Path directory;

    @Test
    void a_suite_that_did_not_change_is_the_same_object() throws IOException {
        SuiteFiles files = suite();
        Suite first = files.read();

        assertThat(files.read()).isSameAs(first);
    }

    @Test
    void only_the_file_that_changed_is_read_again() throws IOException {
        SuiteFiles files = suite();
        Suite first = files.read();
        files.file("cases/a.yaml", "title: changed\n" + SuiteFiles.REST);
        Suite second = files.read();

        assertThat(((EvalCase) second.files().get(0)).title()).isEqualTo("changed");
        assertThat(second.files().get(1)).isSameAs(first.files().get(1));
    }

    @Test
    void a_file_that_changed_within_the_same_instant_is_read_again() throws IOException {
        SuiteFiles files = suite();
        files.file("cases/a.yaml", "title: x\n" + SuiteFiles.REST);
        files.read();
        Path file = directory.resolve("cases/a.yaml");
        FileTime time = Files.getLastModifiedTime(file);
        files.file("cases/a.yaml", "title: y\n" + SuiteFiles.REST);
        Files.setLastModifiedTime(file, time);

        assertThat(((EvalCase) files.read().files().get(0)).title()).isEqualTo("y");
    }

    @Test
    void a_file_that_was_replaced_by_one_as_old_and_as_long_is_read_again() throws IOException {
        SuiteFiles files = suite();
        files.read();
        files.file("new.txt", "title: b\n" + SuiteFiles.REST);
        age();
        Files.move(
                directory.resolve("new.txt"), directory.resolve("cases/a.yaml"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(((EvalCase) files.read().files().get(0)).title()).isEqualTo("b");
    }

    @Test
    void a_new_file_is_found() throws IOException {
        SuiteFiles files = suite();
        files.read();
        files.file("cases/c.yaml", "title: c\n" + SuiteFiles.REST);

        assertThat(files.read().files()).hasSize(3);
    }

    @Test
    void a_file_that_is_gone_is_gone() throws IOException {
        SuiteFiles files = suite();
        files.read();
        Files.delete(directory.resolve("cases/b.yaml"));

        assertThat(files.read().files()).hasSize(1);
    }

    @Test
    void a_change_of_the_tools_reads_every_case_again() throws IOException {
        SuiteFiles files =
                suite().file("cases/a.yaml", "title: a\nworld: {lookup: [{returns: 1}]}\n" + SuiteFiles.REST);
        age();
        assertThat(files.problems()).isEmpty();
        files.file("tools.yaml", "tools: {other: {}}");

        assertThat(files.problems()).containsExactly("cases/a.yaml:2:9: tools.yaml has no tool 'lookup'; known: other");
    }

    @Test
    void an_overlay_that_is_gone_is_noticed() throws IOException {
        SuiteFiles files =
                suite().file("cohorts.yaml", "cohorts: {a: {overlay: x.md}}").file("x.md", "Be brief.");
        age();
        assertThat(files.problems()).isEmpty();
        Files.delete(directory.resolve("x.md"));

        assertThat(files.problems())
                .containsExactly("cohorts.yaml:1:24: there is no such file in the suite's directory");
    }

    @Test
    void a_broken_suite_that_is_mended_is_read() throws IOException {
        SuiteFiles files = suite().file("suite.yaml", "zebra: 1");
        age();
        assertThat(files.problems()).hasSize(1);
        files.file("suite.yaml", "trials: 2");

        assertThat(files.sound().files()).hasSize(2);
    }

    @Test
    void a_suite_that_breaks_has_no_cases() throws IOException {
        SuiteFiles files = suite();
        files.read();
        files.file("suite.yaml", "zebra: 1");

        assertThat(files.read().files()).singleElement().isInstanceOf(BrokenFile.class);
    }

    @Test
    void a_second_case_of_the_same_name_is_noticed_beside_a_remembered_one() throws IOException {
        SuiteFiles files = suite();
        files.read();
        files.file("cases/more/a.yaml", "title: a\n" + SuiteFiles.REST);

        assertThat(files.problems()).hasSize(2);
        Files.delete(directory.resolve("cases/more/a.yaml"));
        assertThat(files.problems()).isEmpty();
    }

    @Test
    void many_threads_read_the_same() throws Exception {
        SuiteFiles files = suite();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Suite>> reads = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                reads.add(files::read);
            }
            Suite first = files.read();
            for (Future<Suite> read : threads.invokeAll(reads)) {
                assertThat(read.get()).isSameAs(first);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private SuiteFiles suite() throws IOException {
        SuiteFiles files = SuiteFiles.in(directory)
                .file("cases/a.yaml", "title: a\n" + SuiteFiles.REST)
                .file("cases/b.yaml", "title: b\n" + SuiteFiles.REST);
        age();
        return files;
    }

    /** Makes all files look as if nobody had touched them for long, as those of a checkout do. */
    private void age() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                Files.setLastModifiedTime(file, LONG_AGO);
            }
        }
    }
}
