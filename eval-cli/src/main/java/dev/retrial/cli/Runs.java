package dev.retrial.cli;

import dev.retrial.results.RunDirectory;
import dev.retrial.results.RunReader;
import dev.retrial.results.TrialRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the run that somebody means by a directory. */
final class Runs {

    /** An artifact of a build may hold the whole path from the repository's directory. */
    private static final int DEEPEST = 10;

    private Runs() {}

    /**
     * The run itself; of a suite's directory or of all suites' the newest one, whether it ended or not: an older one that ended must not hide it.
     *
     * @throws IOException where there is none, or where it is not clear which is meant
     */
    static RunDirectory newest(Path given) throws IOException {
        if (isRun(given)) {
            return new RunDirectory(given.toAbsolutePath().normalize());
        }
        Path suite = suite(given);
        List<Path> runs = list(suite).stream().filter(Runs::isRun).sorted().toList();
        return new RunDirectory(runs.get(runs.size() - 1));
    }

    /**
     * The run itself; of a suite's directory or of all suites' the newest complete one, as something to compare with.
     *
     * @throws IOException where there is none, or where it is not clear which is meant
     */
    static RunDirectory complete(Path given) throws IOException {
        if (isRun(given)) {
            return new RunDirectory(given.toAbsolutePath().normalize());
        }
        Path suite = suite(given);
        Path output = suite.getParent();
        RunDirectory latest = output == null ? null : RunDirectory.latest(output, String.valueOf(suite.getFileName()));
        if (latest == null) {
            throw new IOException(suite + ": no run here is complete; run the suite again, or name a run's directory");
        }
        return latest;
    }

    private static Path suite(Path given) throws IOException {
        Path directory = given.toAbsolutePath().normalize();
        if (!Files.isDirectory(directory)) {
            throw new IOException(
                    given + ": no such directory; run the suite first, or name the directory of its results");
        }
        if (isSuite(directory)) {
            return directory;
        }
        List<Path> suites =
                list(directory).stream().filter(Runs::isSuite).sorted().toList();
        if (suites.size() == 1) {
            return suites.get(0);
        }
        if (suites.isEmpty()) {
            throw new IOException(given + ": no results here; they lie where a build's 'Results:' line says");
        }
        StringBuilder names = new StringBuilder();
        suites.forEach(suite -> names.append("\n  ").append(suite));
        throw new IOException(given + ": several suites have results here; name one:" + names);
    }

    private static boolean isRun(Path directory) {
        return Files.isRegularFile(directory.resolve(RunDirectory.RESULTS));
    }

    private static boolean isSuite(Path directory) {
        return Files.isDirectory(directory) && list(directory).stream().anyMatch(Runs::isRun);
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /**
     * The suite's directory as the repository names it, by the build whose results these are: {@code src/test/resources/evals}.
     *
     * @param run the run, below the build directory
     * @param file a case's file within the suite
     * @param repository the repository's directory
     * @return null where it cannot be told
     */
    static @Nullable String suiteSources(RunDirectory run, String file, Path repository) {
        Path found = suiteDirectory(run, file);
        Path root = repository.toAbsolutePath().normalize();
        return found == null || !found.startsWith(root)
                ? null
                : root.relativize(found).toString().replace('\\', '/');
    }

    /** The suite's directory in the sources of the build whose results these are, or null where it cannot be told. */
    static @Nullable Path suiteDirectory(RunDirectory run) throws IOException {
        try (RunReader reader = RunReader.open(run)) {
            TrialRecord first = reader.next();
            return first == null ? null : suiteDirectory(run, first.file());
        }
    }

    private static @Nullable Path suiteDirectory(RunDirectory run, String file) {
        for (Path at = run.path().toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            Path resources = at.resolve("src/test/resources");
            if (Files.isDirectory(resources)) {
                try (Stream<Path> entries = Files.walk(resources, 4)) {
                    return entries.filter(path -> path.endsWith("suite.yaml"))
                            .map(Path::getParent)
                            .filter(suite -> Files.isRegularFile(suite.resolve(file)))
                            .findFirst()
                            .orElse(null);
                } catch (IOException unreadable) {
                    return null;
                }
            }
        }
        return null;
    }

    /**
     * Every run in these directories, however deep.
     *
     * @throws IOException where there is none in one of them
     */
    static List<RunDirectory> all(List<Path> given) throws IOException {
        List<RunDirectory> all = new ArrayList<>();
        for (Path directory : given) {
            Path root = directory.toAbsolutePath().normalize();
            if (!Files.isDirectory(root)) {
                throw new IOException(directory + ": no such directory; name the directory of the shard's results");
            }
            try (Stream<Path> entries = Files.walk(root, DEEPEST)) {
                List<RunDirectory> found = entries.filter(Runs::isRun)
                        .sorted()
                        .map(RunDirectory::new)
                        .toList();
                if (found.isEmpty()) {
                    throw new IOException(directory + ": no results here");
                }
                all.addAll(found);
            }
        }
        return all;
    }
}
