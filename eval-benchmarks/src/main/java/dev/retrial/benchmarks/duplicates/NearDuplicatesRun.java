package dev.retrial.benchmarks.duplicates;

import dev.retrial.tickets.duplicate.ComparedText;
import dev.retrial.tickets.duplicate.Duplicates;
import dev.retrial.tickets.duplicate.Finding;
import dev.retrial.tickets.duplicate.Fingerprints;
import dev.retrial.tickets.duplicate.NearDuplicates;
import dev.retrial.tickets.duplicate.Overlap;
import dev.retrial.tickets.duplicate.SharedLines;
import dev.retrial.tickets.duplicate.SignatureKey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Finds the planted copies among generated tickets and prints what that took and what it missed.
 *
 * <p>Arguments: how many tickets (100000), how many threads (those of the machine), a directory for files (the system's).
 */
public final class NearDuplicatesRun {

    private static final int BLOCK = 1_000;

    private final PrintStream out;

    NearDuplicatesRun(PrintStream out) {
        this.out = out;
    }

    /** Measures. */
    public static void main(String[] arguments) throws IOException {
        int tickets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int threads = arguments.length > 1
                ? Integer.parseInt(arguments[1])
                : Runtime.getRuntime().availableProcessors();
        Path parent = arguments.length > 2 ? Path.of(arguments[2]) : Path.of(System.getProperty("java.io.tmpdir"));
        Path directory = Files.createTempDirectory(parent, "near-duplicates");
        try {
            new NearDuplicatesRun(System.out).run(tickets, threads, directory);
        } finally {
            Files.delete(directory);
        }
    }

    double run(int tickets, int threads, Path directory) throws IOException {
        PlantedTickets planted = new PlantedTickets(7);
        SignatureKey key = SignatureKey.of("benchmarks".getBytes(StandardCharsets.UTF_8));
        try (NearDuplicates search = new NearDuplicates(key, directory, threads)) {
            double adding = add(planted, tickets, search);
            long start = System.nanoTime();
            Duplicates duplicates = search.find();
            int[] repeats = {0};
            duplicates.forEach(finding -> repeats[0] += finding.kind() == Finding.Kind.REPEATS_TICKET ? 1 : 0);
            double finding = (System.nanoTime() - start) / 1e9;
            out.print(String.format(
                    Locale.ROOT,
                    "%,d tickets, %d threads, JVM %s, heap at most %d MiB, load %s%n",
                    tickets,
                    threads,
                    Runtime.version(),
                    Runtime.getRuntime().maxMemory() >> 20,
                    load()));
            out.print(String.format(
                    Locale.ROOT,
                    "taking them in %.1f s, finding %.1f s, together %.1f s; resident at most %s%n",
                    adding,
                    finding,
                    adding + finding,
                    peak()));
            out.print(String.format(Locale.ROOT, "%,d repeat another; %s%n", repeats[0], duplicates.work()));
            return recall(planted, tickets, key, duplicates);
        }
    }

    /** The seconds it takes, without those of making the tickets. */
    private static double add(PlantedTickets planted, int tickets, NearDuplicates search) throws IOException {
        long taken = 0;
        ComparedText[] block = new ComparedText[BLOCK];
        for (int from = 0; from < tickets; from += BLOCK) {
            int count = Math.min(BLOCK, tickets - from);
            for (int i = 0; i < count; i++) {
                block[i] = planted.ticket(from + i);
            }
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                search.add(block[i]);
            }
            taken += System.nanoTime() - start;
        }
        return taken / 1e9;
    }

    private double recall(PlantedTickets planted, int tickets, SignatureKey key, Duplicates duplicates) {
        Fingerprints fingerprints = new Fingerprints(key);
        int similar = 0;
        int together = 0;
        for (int number = 1; number < tickets; number++) {
            int original = planted.originalOf(number);
            if (original < 0) {
                continue;
            }
            int[] one = fingerprints.shingles(fingerprints.words(planted.bare(number)), SharedLines.NONE);
            int[] other = fingerprints.shingles(fingerprints.words(planted.bare(original)), SharedLines.NONE);
            if (Overlap.isCopy(one, other)) {
                similar++;
                together += standsFor(duplicates, planted.reference(number))
                                .equals(standsFor(duplicates, planted.reference(original)))
                        ? 1
                        : 0;
            }
        }
        double recall = similar == 0 ? 1 : (double) together / similar;
        out.print(String.format(
                Locale.ROOT,
                "%,d planted pairs at .6 and above, %,d found together: recall %.5f%n",
                similar,
                together,
                recall));
        return recall;
    }

    private static String standsFor(Duplicates duplicates, String reference) {
        Finding finding = duplicates.of(reference);
        if (finding == null) {
            throw new IllegalStateException(reference + " was lost");
        }
        return finding.of() == null ? reference : finding.of();
    }

    private static String load() throws IOException {
        Path file = Path.of("/proc/loadavg");
        return Files.isReadable(file) ? Files.readString(file).substring(0, 4) : "unknown";
    }

    /** Linux only. */
    private static String peak() throws IOException {
        Path file = Path.of("/proc/self/status");
        List<String> lines = Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        return lines.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024 + " MiB")
                .findFirst()
                .orElse("unknown");
    }
}
