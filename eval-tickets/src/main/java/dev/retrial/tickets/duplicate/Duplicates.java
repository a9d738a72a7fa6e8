package dev.retrial.tickets.duplicate;

import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What belongs together, as it was found: asked by reference, or told for all. Holds until the {@link NearDuplicates} is closed. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Duplicates {

    private final References references;
    private final Sketches sketches;
    private final Components components;
    private final Known known;
    private final Sketching sketching;
    private final Work work;
    /** By the rank of the first of those that belong together: the rank of the member through which all repeat what is known, or -1. */
    private final int[] through;

    private final int[] counts;
    private final DiskInts.Reader one;
    private final DiskInts.Reader other;

    /**
     * What was done.
     *
     * @param sharedLines how many lines the batch shares, and were left out
     * @param comparisons how often shingles were compared
     * @param largestBucket how many texts met in the largest bucket, copies with equal shingles counted once
     */
    public record Work(int sharedLines, long comparisons, int largestBucket) {}

    Duplicates(
            References references,
            Sketches sketches,
            Components components,
            Known known,
            Sketching sketching,
            Work work) {
        this.references = references;
        this.sketches = sketches;
        this.components = components;
        this.known = known;
        this.sketching = sketching;
        this.work = work;
        one = sketches.sets.reader();
        other = sketches.sets.reader();
        through = new int[sketches.size];
        counts = new int[sketches.size];
        for (int rank = 0; rank < sketches.size; rank++) {
            through[rank] = -1;
        }
        for (int rank = 0; rank < sketches.size; rank++) {
            int root = components.find(rank);
            counts[root]++;
            int number = sketching.knownNumber(sketches.byRank[rank]);
            // A case says more than a rejection: the story has a test.
            if (number >= 0
                    && (through[root] < 0
                            || (known.entry(number).isCase()
                                    && !entryOf(through[root]).isCase()))) {
                through[root] = rank;
            }
        }
    }

    private Known.Entry entryOf(int rank) {
        return known.entry(sketching.knownNumber(sketches.byRank[rank]));
    }

    /** What was done. */
    public Work work() {
        return work;
    }

    /** How many tickets there are. */
    public int size() {
        return sketches.size;
    }

    /** Tells of every ticket, in the order of their references. */
    public void forEach(Consumer<Finding> consumer) {
        for (int rank = 0; rank < sketches.size; rank++) {
            consumer.accept(at(rank));
        }
    }

    /** What this ticket is, or null where it was not added. */
    public @Nullable Finding of(String reference) {
        int low = 0;
        int high = sketches.size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = References.compare(references.get(sketches.byRank[middle]), reference);
            if (order == 0) {
                return at(middle);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    private Finding at(int rank) {
        int index = sketches.byRank[rank];
        String reference = references.get(index);
        int number = sketching.knownNumber(index);
        if (number >= 0) {
            return repeats(reference, known.entry(number), sketching.knownSimilarity(index));
        }
        int root = components.find(rank);
        if (through[root] >= 0) {
            return repeats(reference, entryOf(through[root]), similarity(rank, through[root]));
        }
        if (root == rank) {
            return new Finding(reference, Finding.Kind.NEW, null, 1, counts[root]);
        }
        return new Finding(
                reference,
                Finding.Kind.REPEATS_TICKET,
                references.get(sketches.byRank[root]),
                similarity(rank, root),
                1);
    }

    private static Finding repeats(String reference, Known.Entry entry, double similarity) {
        Finding.Kind kind = entry.isCase() ? Finding.Kind.REPEATS_CASE : Finding.Kind.REPEATS_REJECTED;
        return new Finding(reference, kind, entry.id(), similarity, 1);
    }

    private synchronized double similarity(int rank, int otherRank) {
        int a = sketches.byRank[rank];
        int b = sketches.byRank[otherRank];
        int[] left = one.read(sketches.setAt[a], sketches.setSize[a]);
        int[] right = other.read(sketches.setAt[b], sketches.setSize[b]);
        int shared = Overlap.shared(left, sketches.setSize[a], right, sketches.setSize[b]);
        int united = sketches.setSize[a] + sketches.setSize[b] - shared;
        return united == 0 ? 0 : (double) shared / united;
    }
}
