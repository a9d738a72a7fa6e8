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
    void what_is_replaced_leaves_no_draft_behind() throws IOException {
        RunDirectory run = complete("20260302T091500.000Z-1-00000000");
        try (var files = Files.list(run.path())) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly(RunDirectory.SUMMARY);
        }
    }

    private RunDirectory complete(String id) throws IOException {
        RunDirectory run =
                new RunDirectory(Files.createDirectories(output.resolve(SUITE).resolve(id)));
        run.replace(run.path().resolve(RunDirectory.SUMMARY), SmallFiles.summary(Records.summary(id)));
        run.becomeLatest();
        return run;
    }
}
