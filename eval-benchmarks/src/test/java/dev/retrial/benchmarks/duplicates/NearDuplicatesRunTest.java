package dev.retrial.benchmarks.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearDuplicatesRunTest {

    @Test
    void planted_copies_are_found_and_what_it_took_is_told(@TempDir Path directory) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        double recall =
                new NearDuplicatesRun(new PrintStream(printed, true, StandardCharsets.UTF_8)).run(4_000, 2, directory);

        assertThat(recall).isGreaterThan(.99);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("4,000 tickets, 2 threads")
                .contains("recall");
        assertThat(directory).isEmptyDirectory();
    }
}
