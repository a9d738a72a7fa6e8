package dev.retrial.tickets.duplicate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** From the words of each ticket to its shingles and bands on disk, in blocks that threads take; and what each repeats of what is known. */
final class Sketching {

    private static final int BLOCK = 1 << 11;

    private final SignatureKey key;
    private final Sketches sketches;
    private final DiskInts spool;
    private final long[] spooled;
    private final SharedLines shared;
    private final Known known;
    private final References references;
    private final AtomicInteger next = new AtomicInteger();
    private final int[] knownNumber;
    private final float[] knownSimilarity;

    Sketching(
            SignatureKey key,
            Sketches sketches,
            DiskInts spool,
            long[] spooled,
            SharedLines shared,
            Known known,
            References references) {
        this.key = key;
        this.sketches = sketches;
        this.spool = spool;
        this.spooled = spooled;
        this.shared = shared;
        this.known = known;
        this.references = references;
        knownNumber = new int[known.isEmpty() ? 0 : sketches.size];
        knownSimilarity = new float[knownNumber.length];
        Arrays.fill(knownNumber, -1);
    }

    /** The number of what the ticket repeats of what is known, or -1. */
    int knownNumber(int index) {
        return knownNumber.length == 0 ? -1 : knownNumber[index];
    }

    float knownSimilarity(int index) {
        return knownSimilarity[index];
    }

    void run(ExecutorService pool, int threads) throws IOException {
        List<Future<Void>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(pool.submit(() -> {
                blocks();
                return null;
            }));
        }
        for (Future<Void> one : all) {
            PairFinder.result(one);
        }
        sketches.sets.flush();
    }

    private void blocks() throws IOException {
        Fingerprints fingerprints = new Fingerprints(key, sketches.similarity);
        DiskInts.Reader reader = spool.reader();
        ByteBuffer buffer = ByteBuffer.allocateDirect(BLOCK * Integer.BYTES);
        int bandCount = sketches.similarity.bands();
        int[][] columns = new int[bandCount][BLOCK];
        int[] bands = new int[bandCount];
        int[] sets = new int[1 << 16];
        int[] shingles = new int[1 << 10];
        for (int from = next.getAndAdd(BLOCK); from < sketches.size; from = next.getAndAdd(BLOCK)) {
            int to = Math.min(sketches.size, from + BLOCK);
            int filled = 0;
            for (int index = from; index < to; index++) {
                int length = (int) (spooled[index + 1] - spooled[index]);
                int[] words = reader.read(spooled[index], length);
                shingles = shingles.length <= length ? new int[length * 2 + 1] : shingles;
                int count = fingerprints.shingles(words, length, shared, shingles);
                sketches.setSize[index] = count;
                sketches.identity[index] = fingerprints.identity(shingles, count);
                if (filled + count > sets.length) {
                    sets = Arrays.copyOf(sets, Math.max(sets.length * 2, filled + count));
                }
                System.arraycopy(shingles, 0, sets, filled, count);
                sketches.setAt[index] = filled;
                filled += count;
                fingerprints.bands(shingles, count, bands);
                for (int band = 0; band < bandCount; band++) {
                    columns[band][index - from] = bands[band];
                }
                if (knownNumber.length > 0) {
                    compareWithKnown(index, words, length, fingerprints);
                }
            }
            long at = append(sets, filled);
            for (int index = from; index < to; index++) {
                sketches.setAt[index] += at;
            }
            for (int band = 0; band < bandCount; band++) {
                sketches.bands.write((long) band * sketches.size + from, columns[band], to - from, buffer);
            }
        }
    }

    private long append(int[] sets, int count) throws IOException {
        synchronized (sketches.sets) {
            return sketches.sets.append(sets, count);
        }
    }

    /** As it is, and as a case would be that fails at one of the agent's turns. */
    private void compareWithKnown(int index, int[] words, int length, Fingerprints fingerprints) {
        int own = known.ofTicket(references.get(index));
        if (own >= 0) {
            knownNumber[index] = own;
            knownSimilarity[index] = 1;
            return;
        }
        if (!known.hasTexts()) {
            return;
        }
        List<int[]> views = fingerprints.views(words, length);
        views.add(Arrays.copyOf(words, length));
        Known.Match best = null;
        for (int[] view : views) {
            int[] set = fingerprints.shingles(view, SharedLines.NONE);
            if (set.length > 0) {
                best = known.nearest(set, Signature.of(fingerprints.minima(set, set.length), set.length), best);
            }
        }
        if (best != null) {
            knownNumber[index] = best.number();
            knownSimilarity[index] = (float) best.similarity();
        }
    }
}
