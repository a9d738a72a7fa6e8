package dev.retrial.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunWriterTest {

    private RunDirectory run;

    @BeforeEach
    void begin(@TempDir Path output) throws IOException {
        run = RunDirectory.create(output, "acme.SupportAgentTest");
    }

    @Test
    void what_is_written_is_read_back() throws IOException {
        RunHeader header = Records.header(run.run());
        try (RunWriter writer = RunWriter.open(run, header)) {
            writer.trial(Records.full(1));
            writer.trial(Records.trial(2, List.of(), null));
        }
        try (RunReader reader = RunReader.open(run)) {
            assertThat(reader.header()).isEqualTo(header);
            assertThat(reader.next()).isEqualTo(Records.full(1));
            assertThat(reader.next()).isEqualTo(Records.trial(2, List.of(), null));
            assertThat(reader.next()).isNull();
            assertThat(reader.truncated()).isFalse();
        }
    }

    @Test
    void a_line_can_be_read_as_soon_as_its_trial_has_ended() throws IOException {
        try (RunWriter writer = RunWriter.open(run, Records.header(run.run()));
                RunReader reader = RunReader.open(run)) {
            assertThat(reader.next()).isNull();
            writer.trial(Records.full(1));
            assertThat(reader.next()).isEqualTo(Records.full(1));
            writer.trial(Records.full(2));
            assertThat(reader.next()).isEqualTo(Records.full(2));
        }
    }

    @Test
    void threads_that_write_at_once_write_whole_lines() throws Exception {
        int threads = 8;
        int each = 200;
        try (RunWriter writer = RunWriter.open(run, Records.header(run.run()))) {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            List<Future<?>> writers = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                writers.add(pool.submit(() -> {
                    for (int i = 1; i <= each; i++) {
                        writer.trial(Records.full(i));
                    }
                    return null;
                }));
            }
            pool.shutdown();
            for (Future<?> one : writers) {
                one.get(30, TimeUnit.SECONDS);
            }
        }
        int read = 0;
        try (RunReader reader = RunReader.open(run)) {
            for (TrialRecord trial = reader.next(); trial != null; trial = reader.next()) {
                assertThat(trial.checks()).hasSize(2);
                read++;
            }
        }
        assertThat(read).isEqualTo(threads * each);
    }

    @Test
    void an_interrupted_thread_writes_its_line_and_leaves_the_file_to_the_others() throws Exception {
        try (RunWriter writer = RunWriter.open(run, Records.header(run.run()))) {
            Thread.currentThread().interrupt();
            writer.trial(Records.full(1));
            writer.transcript("refund-late", "enterprise", 1, json -> {});
            writer.complete(Records.summary(run.run()));
            assertThat(Thread.interrupted()).isTrue();
            writer.trial(Records.full(2));
        }
        assertThat(Files.readAllLines(run.path().resolve(RunDirectory.RESULTS))).hasSize(3);
    }

    @Test
    void a_transcript_lies_where_the_recorded_agent_looks_for_it() throws IOException {
        try (RunWriter writer = RunWriter.open(run, Records.header(run.run()))) {
            assertThat(writer.transcript("a", null, 0, json -> {})).isEqualTo("transcripts/a.json");
            assertThat(writer.transcript("a", "dev", 0, json -> {})).isEqualTo("transcripts/a/dev.json");
            assertThat(writer.transcript("a", "dev", 3, json -> {})).isEqualTo("transcripts/a/dev/3.json");
            String path = writer.transcript("b", null, 0, json -> {
                json.writeStartObject();
                json.writeStringField("role", "user");
                json.writeStringField("content", "Hallo ☎");
                json.writeEndObject();
            });
            assertThat(run.path().resolve(path))
                    .hasContent("{\"messages\":[{\"role\":\"user\",\"content\":\"Hallo ☎\"}]}");
        }
    }

    @Test
    void a_case_with_a_hostile_id_leaves_its_directory_alone() throws IOException {
        try (RunWriter writer = RunWriter.open(run, Records.header(run.run()))) {
            String path = writer.transcript("../../../evil", "..", 1, json -> {});
            assertThat(run.path().resolve(path).normalize().toRealPath())
                    .startsWith(run.path().resolve("transcripts").toRealPath());
        }
    }

    @Test
    void a_run_has_a_summary_only_when_it_is_complete() throws IOException {
        try (RunWriter writer = RunWriter.open(run, Records.header(run.run()))) {
            assertThat(RunReader.summary(run)).isNull();
            writer.complete(Records.summary(run.run()));
        }
        assertThat(RunReader.summary(run)).isEqualTo(Records.summary(run.run()));
    }
}
