package dev.retrial.results;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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

    /** What a run has in place of {@link #SUMMARY} that was stopped before it was complete; one that was killed has neither. */
    public static final String STOPPED = "stopped.json";

    /** The file beside the runs that names the newest complete one, and a newer one that was stopped. */
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

    /** The newest run of a suite, whether it is complete or not, or null where there is none: an older one must not be taken for it. */
    public static @Nullable RunDirectory newest(Path output, String suite) throws IOException {
        Path newest = null;
        try (DirectoryStream<Path> runs = Files.newDirectoryStream(output.resolve(FileNames.of(suite)))) {
            for (Path run : runs) {
                // Ids sort as runs began.
                if ((newest == null || run.compareTo(newest) > 0) && Files.isRegularFile(run.resolve(RESULTS))) {
                    newest = run;
                }
            }
        } catch (NoSuchFileException none) {
            return null;
        }
        return newest == null ? null : new RunDirectory(newest);
    }

    /** The newest complete run of a suite, or null where there is none; something to compare with, and not what to report, for which there is {@link #newest}. */
    public static @Nullable RunDirectory latest(Path output, String suite) throws IOException {
        Path runs = output.resolve(FileNames.of(suite));
        LatestRun latest = SmallFiles.latest(runs.resolve(LATEST));
        return latest == null ? null : new RunDirectory(runs.resolve(latest.run()));
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
        changeLatest(this::completeAfter);
    }

    /** Says beside the newest complete run that this newer one was stopped. */
    void becomeStopped() throws IOException {
        changeLatest(this::stoppedAfter);
    }

    private @Nullable LatestRun completeAfter(@Nullable LatestRun latest) {
        if (latest == null) {
            return new LatestRun(run(), null);
        }
        if (latest.run().compareTo(run()) >= 0) {
            return null;
        }
        String stopped = latest.stopped();
        return new LatestRun(run(), stopped != null && stopped.compareTo(run()) > 0 ? stopped : null);
    }

    private @Nullable LatestRun stoppedAfter(@Nullable LatestRun latest) {
        if (latest == null || latest.run().compareTo(run()) > 0) {
            return null;
        }
        String stopped = latest.stopped();
        return stopped != null && stopped.compareTo(run()) > 0 ? null : new LatestRun(latest.run(), run());
    }

    /** From what is named to what is to be named; null where that is the same. */
    private interface LatestChange {

        @Nullable
        LatestRun of(@Nullable LatestRun latest);
    }

    private void changeLatest(LatestChange change) throws IOException {
        Path runs = path.resolveSibling("");
        // A channel closes under an interrupted thread; what a time-out left behind must not cost the results.
        boolean interrupted = Thread.interrupted();
        try {
            synchronized (IN_THIS_JVM) {
                try (FileChannel channel =
                        FileChannel.open(runs.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    // Held until the channel closes; keeps out the other processes.
                    channel.lock();
                    LatestRun changed = change.of(SmallFiles.latest(runs.resolve(LATEST)));
                    if (changed != null) {
                        replace(runs.resolve(LATEST), SmallFiles.latest(changed));
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
