package dev.retrial.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFileTest {

    @TempDir
    Path directory;

    @Test
    void lines_of_any_length_come_whole_and_where_they_begin() throws IOException {
        List<String> written = List.of("short", "", "é".repeat(50_000), "x".repeat(200_000), "läst");
        Path file = Files.writeString(directory.resolve("lines"), String.join("\n", written));

        List<String> read = new ArrayList<>();
        List<Long> starts = new ArrayList<>();
        try (LineFile lines = new LineFile(file)) {
            for (LineFile.Line line = lines.next(); line != null; line = lines.next()) {
                read.add(line.toString());
                starts.add(line.start());
            }
            assertThat(lines.position()).isEqualTo(lines.size());
        }

        assertThat(read).isEqualTo(written);
        assertThat(starts).containsExactly(0L, 6L, 7L, 100_008L, 300_009L);
    }

    @Test
    void a_line_is_found_again_by_what_it_is_about() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append("{\"ref\":\"hmac:")
                    .append(i)
                    .append("\",\"of\":\"")
                    .append("ü".repeat(i % 50))
                    .append("\"}\n");
        }
        Path file = Files.writeString(directory.resolve("lines"), text);

        LineIndex index = LineIndex.of(file, TriageFile::reference);

        assertThat(index.size()).isEqualTo(5_000);
        assertThat(new String(index.line("hmac:4321"), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("{\"ref\":\"hmac:4321\",\"of\":\"" + "ü".repeat(4321 % 50) + "\"}");
        assertThat(index.line("hmac:5000")).isNull();
    }
}
