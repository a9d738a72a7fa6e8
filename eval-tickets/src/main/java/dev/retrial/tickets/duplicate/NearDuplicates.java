package dev.retrial.tickets.duplicate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Finds which tickets tell the same story: as each other, as a case of the suite, as a ticket that was rejected. Takes texts one by one and
 * keeps of each only some 100 bytes in memory; hashes of its words are in files of the given directory until this is closed, its text is
 * nowhere. What it finds depends neither on the order in which texts come nor on the number of threads.
 *
 * <p>Two tickets belong together when their word 3-grams have a Jaccard similarity of .6 or more, or when a chain of such tickets leads
 * from one to the other; of those that belong together the one with the smallest reference stands for all.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class NearDuplicates implements Closeable {

    private final SignatureKey key;
    private final Path directory;
    private final int threads;
    private final Fingerprints fingerprints;
    private final Known known = new Known();
    private final References references = new References();
    private final LineCounts lines = new LineCounts();
    private final DiskInts spool;
    private long[] spooled = new long[1_024];
    private @Nullable Sketches sketches;

    /**
     * With as many threads as there are processors.
     *
     * @param directory where files may be written; it exists
     */
    public NearDuplicates(SignatureKey key, Path directory) throws IOException {
        this(key, directory, Runtime.getRuntime().availableProcessors());
    }

    /** @param threads how many threads compare, 1 or more */
    public NearDuplicates(SignatureKey key, Path directory, int threads) throws IOException {
        this.key = key;
        this.directory = Files.createDirectories(directory);
        this.threads = threads;
        fingerprints = new Fingerprints(key);
        spool = new DiskInts(directory, "words");
    }

    /** Adds a ticket; each reference once. For one thread. */
    public void add(ComparedText ticket) throws IOException {
        int[] words = fingerprints.words(ticket);
        if (references.size() + 1 == spooled.length) {
            spooled = Arrays.copyOf(spooled, spooled.length * 2);
        }
        spooled[references.size()] = spool.append(words, words.length);
        references.add(ticket.ref());
        spooled[references.size()] = spool.end();
        lines.count(Fingerprints.lines(words));
    }

    /** Adds a case that tickets may repeat. */
    public void addCase(KnownCase evalCase) {
        int[] shingles = fingerprints.shingles(fingerprints.words(evalCase.text()), SharedLines.NONE);
        Signature signature = Signature.of(fingerprints.minima(shingles, shingles.length), shingles.length);
        known.add(new Known.Entry(evalCase.text().ref(), true, shingles, signature), evalCase.ticket());
    }

    /** Adds a ticket that was rejected. */
    public void addRejected(RejectedTicket rejected) {
        known.add(new Known.Entry(rejected.ref(), false, new int[0], rejected.signature()), rejected.ref());
    }

    /**
     * Finds what belongs together. Once; the answers hold until this is closed.
     *
     * @throws IllegalArgumentException when two tickets have the same reference
     */
    public Duplicates find() throws IOException {
        return find(null);
    }

    /**
     * The same, and tells every pair that was found to be similar, in the order of their references. Takes longer where many tickets are
     * alike: otherwise two that belong together through others are not compared any more.
     */
    public Duplicates find(@Nullable PairListener listener) throws IOException {
        if (sketches != null) {
            throw new IllegalStateException(
                    "What belongs together has been found already; begin anew for another import.");
        }
        spool.flush();
        known.ready();
        int[] byRank = references.sorted();
        for (int rank = 1; rank < byRank.length; rank++) {
            if (references.compare(byRank[rank - 1], byRank[rank]) == 0) {
                throw new IllegalArgumentException("The ticket " + references.get(byRank[rank])
                        + " comes twice; two records of one ticket are to be merged before they are compared.");
            }
        }
        Sketches made = new Sketches(
                Similarity.COPIES, byRank, new DiskInts(directory, "shingles"), new DiskInts(directory, "bands"));
        sketches = made;
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "near-duplicates");
            thread.setDaemon(true);
            return thread;
        });
        try {
            SharedLines shared = lines.shared(spool, spooled, references.size());
            Sketching sketching = new Sketching(key, made, spool, spooled, shared, known, references);
            sketching.run(pool, threads);
            PairFinder finder = new PairFinder(made, pool, threads, listener != null);
            Components components = finder.find();
            if (listener != null) {
                Longs pairs = finder.pairs();
                for (int i = 0; i < pairs.size(); i++) {
                    int first = byRank[(int) (pairs.get(i) >>> 32)];
                    int second = byRank[(int) pairs.get(i)];
                    listener.pair(references.get(first), references.get(second));
                }
            }
            Duplicates.Work work = new Duplicates.Work(shared.size(), finder.comparisons(), finder.largestBucket());
            return new Duplicates(references, made, components, known, sketching, work);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Is told of pairs. */
    public interface PairListener {
        /** The first reference is the smaller one. */
        void pair(String first, String second);
    }

    /** Removes the files. */
    @Override
    public void close() throws IOException {
        try {
            spool.close();
        } finally {
            if (sketches != null) {
                sketches.close();
            }
        }
    }
}
