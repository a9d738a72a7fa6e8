package dev.retrial.tickets.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/**
 * Finds what is similar. Equal sets first, of which only the first stays in the running; then band by band what meets in a bucket and has
 * not been compared yet, held against the shingles on disk.
 */
final class PairFinder {

    /** So many pairs are gathered before they are compared. */
    private static final int BATCH = 1 << 19;

    /** So many comparisons are remembered, 64 MiB; one that is forgotten is only made again. */
    private static final int REMEMBERED = 1 << 23;

    private static final int SLICE = 1 << 12;

    private final Sketches sketches;
    private final ExecutorService threads;
    private final int slices;
    private final boolean everyPair;
    private final Components components;
    private final boolean[] stands;
    private final Longs found = new Longs(1 << 10);
    private final Longs batch = new Longs(1 << 10);
    private final Longs tested = new Longs(1 << 10);
    private final LongAdder comparisons = new LongAdder();
    private int largestBucket;

    /** @param everyPair whether pairs are asked for; otherwise what is joined through others already is not compared any more */
    PairFinder(Sketches sketches, ExecutorService threads, int slices, boolean everyPair) {
        this.sketches = sketches;
        this.threads = threads;
        this.slices = slices;
        this.everyPair = everyPair;
        components = new Components(sketches.size);
        stands = new boolean[sketches.size];
    }

    Components find() {
        joinEqual();
        int[] band = new int[sketches.size];
        int[] next = new int[sketches.size];
        DiskInts.Reader reader = sketches.bands.reader();
        int bands = sketches.similarity.bands();
        sketches.band(0, reader, next);
        int[] first = next.clone();
        for (int b = 0; b < bands; b++) {
            int[] swap = band;
            band = next;
            next = swap;
            if (b + 1 < bands) {
                sketches.band(b + 1, reader, next);
            } else {
                System.arraycopy(first, 0, next, 0, first.length);
            }
            buckets(band, next);
            compareBatch();
        }
        found.sortDistinct();
        return components;
    }

    /** The pairs as ranks, the smaller one in the upper half; complete only where every pair was asked for. */
    Longs pairs() {
        return found;
    }

    long comparisons() {
        return comparisons.sum();
    }

    int largestBucket() {
        return largestBucket;
    }

    /** Of texts with the same shingles the first one stands for all: a mass mail is compared once. */
    private void joinEqual() {
        int capacity = Integer.highestOneBit(Math.max(16, sketches.size)) * 4;
        int[] table = new int[capacity];
        Arrays.fill(table, -1);
        for (int rank = 0; rank < sketches.size; rank++) {
            int index = sketches.byRank[rank];
            if (sketches.setSize[index] == 0) {
                continue;
            }
            long identity = sketches.identity[index];
            int slot = (int) (identity ^ (identity >>> 32)) & (capacity - 1);
            while (table[slot] >= 0 && sketches.identity[sketches.byRank[table[slot]]] != identity) {
                slot = (slot + 1) & (capacity - 1);
            }
            if (table[slot] < 0) {
                table[slot] = rank;
                stands[rank] = true;
            } else {
                components.join(table[slot], rank);
                if (everyPair) {
                    found.add((long) table[slot] << 32 | rank);
                }
            }
        }
    }

    private void buckets(int[] band, int[] next) {
        int count = 0;
        for (boolean stand : stands) {
            count += stand ? 1 : 0;
        }
        long[] keys = new long[count];
        int at = 0;
        for (int rank = 0; rank < stands.length; rank++) {
            if (stands[rank]) {
                keys[at++] = (long) band[sketches.byRank[rank]] << 32 | rank;
            }
        }
        Arrays.sort(keys);
        int[] nextBands = new int[16];
        for (int from = 0; from < count; ) {
            int to = from + 1;
            while (to < count && keys[to] >> 32 == keys[from] >> 32) {
                to++;
            }
            int size = to - from;
            if (size > 1) {
                largestBucket = Math.max(largestBucket, size);
                if (size > Bucket.SMALL) {
                    nextBands = nextBands.length < size ? new int[size * 2] : nextBands;
                    for (int i = 0; i < size; i++) {
                        nextBands[i] = next[sketches.byRank[(int) keys[from + i]]];
                    }
                }
                int start = from;
                Bucket.pairs(nextBands, size, (a, b) -> candidate((int) keys[start + a], (int) keys[start + b]));
            }
            from = to;
        }
    }

    private void candidate(int first, int second) {
        int left = sketches.setSize[sketches.byRank[first]];
        int right = sketches.setSize[sketches.byRank[second]];
        // Sets of so different sizes cannot be similar.
        if (!sketches.similarity.holds(Math.min(left, right), Math.max(left, right))) {
            return;
        }
        if (!everyPair && components.joined(first, second)) {
            return;
        }
        batch.add((long) first << 32 | second);
        if (batch.size() >= BATCH) {
            compareBatch();
        }
    }

    private void compareBatch() {
        batch.sortDistinct();
        batch.removeAll(tested);
        if (batch.size() <= SLICE || slices == 1) {
            found.addAll(compare(0, batch.size(), everyPair));
        } else {
            List<Future<Longs>> parts = new ArrayList<>();
            for (int from = 0; from < batch.size(); from += SLICE) {
                int start = from;
                int end = Math.min(batch.size(), from + SLICE);
                parts.add(threads.submit(() -> compare(start, end, everyPair)));
            }
            for (Future<Longs> part : parts) {
                found.addAll(result(part));
            }
        }
        tested.mergeUpTo(REMEMBERED, batch);
        batch.clear();
    }

    static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The search for near-duplicates was interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The search for near-duplicates failed: " + e.getCause(), e.getCause());
        }
    }

    private Longs compare(int from, int to, boolean all) {
        Longs similar = new Longs(16);
        DiskInts.Reader one = sketches.sets.reader();
        DiskInts.Reader other = sketches.sets.reader();
        int read = -1;
        int[] left = new int[0];
        for (int i = from; i < to; i++) {
            long pair = batch.get(i);
            int first = (int) (pair >>> 32);
            int second = (int) pair;
            if (!all && components.joined(first, second)) {
                continue;
            }
            comparisons.increment();
            int a = sketches.byRank[first];
            int b = sketches.byRank[second];
            if (read != first) {
                left = one.read(sketches.setAt[a], sketches.setSize[a]);
                read = first;
            }
            int[] right = other.read(sketches.setAt[b], sketches.setSize[b]);
            int shared = Overlap.shared(left, sketches.setSize[a], right, sketches.setSize[b]);
            if (sketches.similarity.holds(shared, sketches.setSize[a] + sketches.setSize[b] - shared)) {
                components.join(first, second);
                if (all) {
                    similar.add(pair);
                }
            }
        }
        return similar;
    }
}
