package dev.retrial.run;

import dev.retrial.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Texts that lie beside a suite's files, such as prompts and overlays: read when a check first asks for them, and once in a run. */
final class SuiteTexts {

    private static final long LONGEST = 16L << 20;

    private final Path directory;
    private final Map<String, String> read = new ConcurrentHashMap<>();

    SuiteTexts(Suite suite) {
        this.directory = suite.directory();
    }

    /**
     * The text of a file.
     *
     * @param path its path, within the suite's directory
     * @param what what it is, for the message
     * @throws IllegalStateException where it cannot be read; the message says what and why
     */
    String read(String path, String what) {
        String known = read.get(path);
        if (known == null) {
            known = readFile(path, what);
            read.put(path, known);
        }
        return known;
    }

    private String readFile(String path, String what) {
        try {
            Path file = directory.resolve(path).toRealPath();
            if (!file.startsWith(directory.toRealPath())) {
                throw new IllegalStateException("the " + what + " " + path + " is outside the suite's directory");
            }
            if (Files.size(file) > LONGEST) {
                throw new IllegalStateException("the " + what + " " + path + " has more than 16 MiB");
            }
            return Files.readString(file);
        } catch (IOException | InvalidPathException e) {
            throw new IllegalStateException("the " + what + " " + path + " cannot be read", e);
        }
    }
}
