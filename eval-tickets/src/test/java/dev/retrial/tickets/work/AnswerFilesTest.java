package dev.retrial.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerFilesTest {

    private static final String HASH = "ab12";

    @TempDir
    Path directory;

    @Test
    void an_answer_outlives_the_process() throws Exception {
        new AnswerFiles(WorkDirectory.at(directory)).keep(HASH, "TRIAGE: none");

        assertThat(new AnswerFiles(WorkDirectory.at(directory)).find(HASH)).isEqualTo("TRIAGE: none");
    }

    @Test
    void what_is_not_there_or_no_answer_of_ours_is_asked_again() throws Exception {
        AnswerFiles answers = new AnswerFiles(WorkDirectory.at(directory));
        assertThat(answers.find(HASH)).isNull();

        answers.keep(HASH, "TRIAGE: none");
        Path file = directory.resolve("answers").resolve("ab").resolve(HASH);
        Files.writeString(file, "x".repeat(200));

        assertThat(answers.find(HASH)).isNull();
    }
}
