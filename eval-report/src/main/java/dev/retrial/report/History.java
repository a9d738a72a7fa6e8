package dev.retrial.report;

import dev.retrial.results.RunDirectory;
import dev.retrial.results.RunReader;
import dev.retrial.results.RunSummary;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The complete runs of the whole suite that are kept beside a run, up to that run. */
final class History {

    /** More would not be told apart on a screen. */
    private static final int MOST = 100;

    private History() {}

    /** The newest runs, oldest first. */
    static List<RunSummary> of(RunDirectory run) throws IOException {
        Path runs = run.path().toAbsolutePath().getParent();
        if (runs == null) {
            return List.of();
        }
        List<Path> directories = new ArrayList<>();
        // Ids sort as the runs began.
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(runs)) {
            for (Path entry : entries) {
                if (String.valueOf(entry.getFileName()).compareTo(run.run()) <= 0
                        && Files.exists(entry.resolve(RunDirectory.SUMMARY))) {
                    directories.add(entry);
                }
            }
        }
        directories.sort(Comparator.comparing(Path::toString));
        List<RunSummary> history = new ArrayList<>();
        for (int i = directories.size() - 1; i >= 0 && history.size() < MOST; i--) {
            RunSummary summary = summary(directories.get(i));
            if (summary != null && !summary.partial()) {
                history.add(0, summary);
            }
        }
        return history;
    }

    /** A run of another format says nothing here; it does not keep anybody from the report. */
    private static @Nullable RunSummary summary(Path directory) {
        try {
            return RunReader.summary(new RunDirectory(directory));
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** The share of a run's cells that passed. */
    static Rate rate(RunSummary run) {
        int all = run.cells().passed() + run.cells().failed() + run.cells().error();
        return all == 0 ? Rate.NONE : new Rate((double) run.cells().passed() / all, all);
    }
}
