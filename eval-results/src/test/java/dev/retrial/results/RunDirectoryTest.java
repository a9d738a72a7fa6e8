package dev.retrial.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {

    private static final String SUITE = "acme.SupportAgentTest";

    @TempDir
    private Path output;

    @Test
    void runs_that_begin_at_once_have_directories_of_their_own() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<RunDirectory>> begun = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            begun.add(pool.submit(() -> RunDirectory.create(output, SUITE)));
        }
        Set<Path> paths = new HashSet<>();
        for (Future<RunDirectory> one : begun) {
            paths.add(one.get().path());
        }
        pool.shutdown();
        assertThat(paths).hasSize(200).allSatisfy(path -> assertThat(path).isDirectory());
    }

    @Test
    void ids_sort_as_runs_begin() throws Exception {
        String first = RunDirectory.create(output, SUITE).run();
        Thread.sleep(5);
        String second = RunDirectory.create(output, SUITE).run();
        assertThat(first).isLessThan(second).matches("\\d{8}T\\d{6}\\.\\d{3}Z-\\d+-[0-9a-f]{8}");
    }

    @Test
    void the_newest_complete_run_is_named() throws IOException {
        assertThat(RunDirectory.latest(output, SUITE)).isNull();
        RunDirectory run = complete("20260302T091500.000Z-1-00000000");
        assertThat(RunDirectory.latest(output, SUITE)).isEqualTo(run);
    }

    @Test
    void a_run_that_ends_late_does_not_take_the_place_of_one_that_began_after_it() throws IOException {
        RunDirectory newer = complete("20260302T091501.000Z-1-00000000");
        complete("20260302T091500.000Z-2-00000000");
        assertThat(RunDirectory.latest(output, SUITE)).isEqualTo(newer);
    }

    @Test
    void of_runs_that_end_at_once_the_newest_is_named() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<RunDirectory>> runs = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String id = "20260302T0915" + (i * 37 % 100 + 100) + ".000Z-1-00000000";
            runs.add(pool.submit(() -> complete(id)));
        }
        for (Future<RunDirectory> one : runs) {
            one.get();
        }
        pool.shutdown();
        RunDirectory latest = RunDirectory.latest(output, SUITE);
        assertThat(latest).isNotNull();
        assertThat(latest.run()).isEqualTo("20260302T0915199.000Z-1-00000000");
    }

    @Test
    void a_run_that_was_stopped_is_named_beside_the_complete_one_before_it() throws IOException {
        RunDirectory before = complete("20260302T091500.000Z-1-00000000");

        RunDirectory run = stopped("20260302T091600.000Z-1-00000000");

        assertThat(Files.readString(output.resolve(SUITE).resolve(RunDirectory.LATEST)))
                .contains("\"stopped\":\"" + run.run() + "\"");
        assertThat(RunDirectory.latest(output, SUITE)).isEqualTo(before);
        assertThat(RunDirectory.newest(output, SUITE)).isEqualTo(run);
        assertThat(RunReader.summary(run)).isNull();
        assertThat(RunReader.stopped(run))
                .isEqualTo(new StoppedRun("the budget is used up", Records.summary(run.run())));
    }

    @Test
    void a_complete_run_after_one_that_was_stopped_stands_alone() throws IOException {
        complete("20260302T091500.000Z-1-00000000");
        stopped("20260302T091600.000Z-1-00000000");
        complete("20260302T091700.000Z-1-00000000");
        stopped("20260302T091630.000Z-1-00000000");

        assertThat(Files.readString(output.resolve(SUITE).resolve(RunDirectory.LATEST)))
                .isEqualTo("{\"format\":1,\"run\":\"20260302T091700.000Z-1-00000000\"}\n");
    }

    @Test
    void a_complete_run_that_began_before_the_stopped_one_does_not_hide_it() throws IOException {
        complete("20260302T091500.000Z-1-00000000");
        stopped("20260302T091600.000Z-1-00000000");
        complete("20260302T091530.000Z-1-00000000");

        assertThat(Files.readString(output.resolve(SUITE).resolve(RunDirectory.LATEST)))
                .contains("091530.000Z", "\"stopped\":\"20260302T091600");
    }

    @Test
    void where_only_a_stopped_run_is_there_none_is_complete() throws IOException {
        assertThat(RunDirectory.newest(output, SUITE)).isNull();

        RunDirectory run = stopped("20260302T091600.000Z-1-00000000");

        assertThat(RunDirectory.latest(output, SUITE)).isNull();
        assertThat(RunDirectory.newest(output, SUITE)).isEqualTo(run);
    }

    @Test
    void what_is_replaced_leaves_no_draft_behind() throws IOException {
        RunDirectory run = complete("20260302T091500.000Z-1-00000000");
        try (var files = Files.list(run.path())) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly(RunDirectory.SUMMARY);
        }
    }

    private RunDirectory stopped(String id) throws IOException {
        RunDirectory run =
                new RunDirectory(Files.createDirectories(output.resolve(SUITE).resolve(id)));
        try (RunWriter writer = RunWriter.open(run, Records.header(id))) {
            writer.stopped(new StoppedRun("the budget is used up", Records.summary(id)));
        }
        return run;
    }

    private RunDirectory complete(String id) throws IOException {
        RunDirectory run =
                new RunDirectory(Files.createDirectories(output.resolve(SUITE).resolve(id)));
        run.replace(run.path().resolve(RunDirectory.SUMMARY), SmallFiles.summary(Records.summary(id)));
        run.becomeLatest();
        return run;
    }
}
