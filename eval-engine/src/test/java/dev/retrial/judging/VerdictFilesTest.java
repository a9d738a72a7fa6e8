package dev.retrial.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.judge.Judgement;
import dev.retrial.judge.Rubric;
import dev.retrial.judge.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictFilesTest {

    private static final String HASH = Rubric.sha256("x");

    @TempDir
    Path directory;

    @Test
    void another_process_finds_what_was_kept() {
        Judgement judgement = new Judgement(Verdict.NO, 1, 2, 0, 0, "It says \"no\".");
        new VerdictFiles(directory).keep(HASH, judgement);

        assertThat(new VerdictFiles(directory).find(HASH)).isEqualTo(judgement);
        assertThat(new VerdictFiles(directory).find(Rubric.sha256("y"))).isNull();
    }

    @Test
    void what_cannot_be_read_is_asked_again() throws IOException {
        Path file = directory.resolve(HASH.substring(0, 2)).resolve(HASH + ".json");
        Files.createDirectories(file.getParent());
        for (String broken : new String[] {"", "[]", "{\"verdict\":", "{\"verdict\":\"maybe\"}"}) {
            Files.writeString(file, broken);
            assertThat(new VerdictFiles(directory).find(HASH)).as(broken).isNull();
        }
    }

    @Test
    void where_nothing_can_be_written_this_run_remembers() throws IOException {
        Path taken = Files.writeString(directory.resolve("taken"), "");
        VerdictFiles kept = new VerdictFiles(taken);
        kept.keep(HASH, Judgement.of(Verdict.YES, ""));

        assertThat(kept.find(HASH)).isEqualTo(Judgement.of(Verdict.YES, ""));
    }
}
