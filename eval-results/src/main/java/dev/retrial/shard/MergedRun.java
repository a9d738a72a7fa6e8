package dev.retrial.shard;

import dev.retrial.results.CohortsRecord;
import dev.retrial.results.LeafRecord;
import dev.retrial.results.Portion;
import dev.retrial.results.RunDirectory;
import dev.retrial.results.RunHeader;
import dev.retrial.results.RunLine;
import dev.retrial.results.RunReader;
import dev.retrial.results.RunSummary;
import dev.retrial.results.RunWriter;
import dev.retrial.results.TrialRecord;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The results of shards as one run.
 *
 * @param run the results; without {@code run.json} where something is missing, so that nobody takes them for complete
 * @param missing what is missing, a sentence each; empty where nothing is
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record MergedRun(RunDirectory run, List<String> missing) {

    /** Copies the list. */
    public MergedRun {
        missing = List.copyOf(missing);
    }

    /**
     * Puts the results of shards together.
     *
     * <p>Of several runs of one shard the first complete one counts: what was run again until it passed says less than what came first.
     *
     * @param runs the runs of the shards, in any order
     * @param output the directory of all suites' results, below which the new run lies
     * @throws IOException where they cannot be read, or are not shards of one run; the message says why
     */
    public static MergedRun of(Collection<RunDirectory> runs, Path output) throws IOException {
        Map<Integer, Shard> shards = new TreeMap<>();
        for (RunDirectory run : runs) {
            Shard shard = Shard.read(run);
            shards.merge(shard.header().portion().shard(), shard, Shard::before);
        }
        if (shards.isEmpty()) {
            throw new IOException("there are no results to merge");
        }
        List<Shard> all = List.copyOf(shards.values());
        for (Shard shard : all) {
            shard.mustBeLike(all.get(0));
        }
        List<String> missing = new ArrayList<>();
        int of = all.get(0).header().portion().shards();
        for (int i = 1; i <= of; i++) {
            Shard shard = shards.get(i);
            if (shard == null) {
                missing.add("shard " + i + " of " + of + " is missing");
            } else if (!shard.complete()) {
                missing.add("shard " + i + " of " + of + " did not end");
            }
        }
        RunDirectory merged = RunDirectory.create(output, all.get(0).header().suite());
        RunHeader header = header(merged.run(), all);
        Set<LeafRecord> red = new HashSet<>();
        try (RunWriter writer = RunWriter.open(merged, header)) {
            for (Shard shard : all) {
                copy(shard.run(), merged, writer, red);
            }
            if (missing.isEmpty()) {
                writer.complete(summary(header, all));
            }
        }
        return new MergedRun(merged, missing);
    }

    /**
     * The results of one shard.
     *
     * @param run where they lie
     * @param header what it was about to do
     * @param summary what it says of itself, or null where it did not end
     * @param complete whether every planned cell has an outcome
     */
    private record Shard(
            RunDirectory run, RunHeader header, @Nullable RunSummary summary, boolean complete) {

        static Shard read(RunDirectory run) throws IOException {
            try (RunReader reader = RunReader.open(run)) {
                Set<String> tried = new HashSet<>();
                for (TrialRecord trial = reader.next(); trial != null; trial = reader.next()) {
                    tried.add(trial.caseId() + '\n' + trial.cohort());
                }
                RunSummary summary = RunReader.summary(run);
                boolean all = true;
                for (Map.Entry<String, List<String>> cells :
                        reader.header().planned().entrySet()) {
                    for (String cohort : cells.getValue()) {
                        all &= tried.contains(cells.getKey() + '\n' + cohort);
                    }
                }
                return new Shard(run, reader.header(), summary, summary != null && !reader.truncated() && all);
            }
        }

        Shard before(Shard other) {
            if (complete != other.complete) {
                return complete ? this : other;
            }
            return run.run().compareTo(other.run.run()) <= 0 ? this : other;
        }

        void mustBeLike(Shard first) throws IOException {
            String what = !header.suite().equals(first.header.suite())
                    ? "the suite (" + header.suite() + ", " + first.header.suite() + ")"
                    : header.portion().shards() != first.header.portion().shards()
                            ? "the number of shards (" + header.portion().shards() + ", "
                                    + first.header.portion().shards() + ")"
                            : Alike.difference(header, first.header);
            if (what != null) {
                throw new IOException(run + " and " + first.run + " are not shards of one run: they differ in " + what);
            }
        }
    }

    private static RunHeader header(String run, List<Shard> shards) throws IOException {
        RunHeader first = shards.get(0).header();
        Map<String, List<String>> planned = new TreeMap<>();
        Map<String, String> skipped = new TreeMap<>();
        Instant startedAt = first.startedAt();
        boolean filtered = false;
        boolean ci = false;
        for (Shard shard : shards) {
            RunHeader header = shard.header();
            for (Map.Entry<String, List<String>> cells : header.planned().entrySet()) {
                if (planned.put(cells.getKey(), cells.getValue()) != null) {
                    throw new IOException("the case " + cells.getKey()
                            + " was run by two shards; their numbers were given otherwise");
                }
            }
            skipped.putAll(header.skipped());
            startedAt = header.startedAt().isBefore(startedAt) ? header.startedAt() : startedAt;
            filtered |= header.portion().isShard() ? header.portion().filtered() : header.partial();
            ci |= header.mode().equals("ci");
        }
        return new RunHeader(
                run,
                first.suite(),
                startedAt,
                ci ? "ci" : "local",
                filtered,
                first.attempts(),
                first.pass(),
                first.agent(),
                first.judge(),
                planned,
                skipped,
                first.yardstick(),
                new Portion(1, 1, false, first.portion().changedSince()));
    }

    private static RunSummary summary(RunHeader header, List<Shard> shards) {
        int[] cells = new int[5];
        int[] trials = new int[4];
        List<String> uncovered = null;
        Instant finishedAt = header.startedAt();
        for (Shard shard : shards) {
            RunSummary one = shard.summary();
            if (one != null) {
                add(
                        cells,
                        one.cells().passed(),
                        one.cells().failed(),
                        one.cells().error(),
                        one.cells().aborted(),
                        one.cells().skipped());
                add(
                        trials,
                        one.trials().passed(),
                        one.trials().failed(),
                        one.trials().diverged(),
                        one.trials().error());
                finishedAt = one.finishedAt().isAfter(finishedAt) ? one.finishedAt() : finishedAt;
                if (uncovered == null) {
                    uncovered = new ArrayList<>(one.uncoveredRules());
                } else {
                    uncovered.retainAll(one.uncoveredRules());
                }
            }
        }
        return new RunSummary(
                header.run(),
                header.suite(),
                header.startedAt(),
                finishedAt,
                header.mode(),
                header.partial(),
                new RunSummary.Cells(cells[0], cells[1], cells[2], cells[3], cells[4]),
                new RunSummary.Trials(trials[0], trials[1], trials[2], trials[3]),
                uncovered == null ? List.of() : uncovered,
                header.portion());
    }

    private static void add(int[] counts, int... more) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += more[i];
        }
    }

    private static void copy(RunDirectory from, RunDirectory to, RunWriter writer, Set<LeafRecord> red)
            throws IOException {
        try (RunReader reader = RunReader.open(from)) {
            for (RunLine line = reader.nextOfAny(); line != null; line = reader.nextOfAny()) {
                if (line instanceof TrialRecord trial) {
                    copyTranscript(trial.transcript(), from, to);
                    writer.trial(trial);
                } else if (line instanceof CohortsRecord cohorts) {
                    writer.cohorts(cohorts);
                } else if (line instanceof LeafRecord leaf && red.add(leaf)) {
                    // Once, though every shard comes upon a file that the whole suite hangs on.
                    writer.leaf(leaf);
                }
            }
        }
    }

    private static void copyTranscript(@Nullable String transcript, RunDirectory from, RunDirectory to)
            throws IOException {
        if (transcript == null) {
            return;
        }
        Path root = from.path().toAbsolutePath().normalize();
        Path source = root.resolve(transcript).normalize();
        if (!source.startsWith(root) || Files.isSymbolicLink(source)) {
            throw new IOException(from + " names a transcript outside of itself; these are not the results of a run");
        }
        Path target = to.path().resolve(root.relativize(source).toString());
        Files.createDirectories(target.resolveSibling("."));
        try {
            Files.copy(source, target);
        } catch (NoSuchFileException gone) {
            // Results may be kept without what was said.
        } catch (FileAlreadyExistsException there) {
            throw new IOException("two shards wrote the transcript " + transcript, there);
        }
    }
}
