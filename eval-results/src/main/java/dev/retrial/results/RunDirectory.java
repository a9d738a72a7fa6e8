package dev.retrial.results;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Where the results of one run lie: {@code <output>/<suite>/<run id>}.
 *
 * <p>A run's id begins with the time, so ids sort as runs began, and ends with process and chance, so that runs side by side never meet.
 *
 * @param path the directory
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RunDirectory(Path path) {

    /** The file of the trials. */
    public static final String RESULTS = "results.jsonl";

    /** The file of the summary, which only a complete run has. */
    public static final String SUMMARY = "run.json";

    /** The file beside the runs that names the newest complete one. */
    public static final String LATEST = "latest.json";

    private static final String LOCK = ".latest.lock";
    private static final Object IN_THIS_JVM = new Object();

    /**
     * Makes the directory of a new run, which nobody else has.
     *
     * @param output the directory of all suites' results
     * @param suite the suite's name
     */
    public static RunDirectory create(Path output, String suite) throws IOException {
        Path runs = output.resolve(FileNames.of(suite));
        Files.createDirectories(runs);
        while (true) {
            try {
                return new RunDirectory(Files.createDirectory(runs.resolve(newId())));
            } catch (FileAlreadyExistsException taken) {
                // The next id differs by chance.
            }
        }
    }

    /** The newest complete run of a suite, or null where there is none. */
    public static @Nullable RunDirectory latest(Path output, String suite) throws IOException {
        Path runs = output.resolve(FileNames.of(suite));
        String run = SmallFiles.latestRun(runs.resolve(LATEST));
        return run == null ? null : new RunDirectory(runs.resolve(run));
    }

    /** The run's id. */
    public String run() {
        return String.valueOf(path.getFileName());
    }

    /**
     * Writes {@code run.json} of a complete run anew, with what was decided when it was over.
     *
     * @throws IOException where it cannot be read or written, or where the run is not complete
     */
    public void decide(GateRecord decision) throws IOException {
        Path file = path.resolve(SUMMARY);
        replace(file, SmallFiles.summary(SmallFiles.summary(file).decided(decision)));
    }

    /** Names this run as the newest complete one, unless a newer one is named already. */
    void becomeLatest() throws IOException {
        Path runs = path.resolveSibling("");
        // A channel closes under an interrupted thread; what a time-out left behind must not cost the results.
        boolean interrupted = Thread.interrupted();
        try {
            synchronized (IN_THIS_JVM) {
                try (FileChannel channel =
                        FileChannel.open(runs.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    // Held until the channel closes; keeps out the other processes.
                    channel.lock();
                    String named = SmallFiles.latestRun(runs.resolve(LATEST));
                    if (named == null || named.compareTo(run()) < 0) {
                        replace(runs.resolve(LATEST), SmallFiles.latest(run()));
                    }
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Writes a file so that a reader sees all of it or none. */
    void replace(Path file, byte[] content) throws IOException {
        Path draft = file.resolveSibling("." + file.getFileName() + "-" + run());
        try (FileOutputStream out = new FileOutputStream(draft.toFile())) {
            out.write(content);
        }
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String newId() {
        String chance = Integer.toHexString(ThreadLocalRandom.current().nextInt() | 0x1000_0000);
        return Times.compact(Instant.now()) + "-" + ProcessHandle.current().pid() + "-" + chance;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
