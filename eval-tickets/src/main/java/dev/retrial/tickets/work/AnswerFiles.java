package dev.retrial.tickets.work;

import dev.retrial.tickets.triage.KeptAnswers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** A judge's answers in the working directory, a file each, by their hash. What cannot be read or written is asked again. */
final class AnswerFiles implements KeptAnswers {

    private static final int LONGEST = 100;

    private final Path directory;

    AnswerFiles(WorkDirectory work) {
        this.directory = work.file("answers");
    }

    @Override
    public @Nullable String find(String hash) {
        Path file = file(hash);
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LONGEST
                    ? Files.readString(file, StandardCharsets.UTF_8)
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public void keep(String hash, String answer) {
        try {
            Path file = file(hash);
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), "answer", ".part");
            Files.writeString(part, answer, StandardCharsets.UTF_8);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // Only the next run pays for it.
        }
    }

    private Path file(String hash) {
        return directory.resolve(hash.substring(0, 2)).resolve(hash);
    }
}
