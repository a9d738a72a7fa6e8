package dev.retrial.tickets.duplicate;

import java.io.Serializable;
import java.util.Arrays;
import org.apiguardian.api.API;

/**
 * Lines and sentences that many tickets of a batch share, so that they say nothing about any of them: disclaimers that no list knows, the
 * agent's own phrases. Known by their hashes.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SharedLines implements Serializable {

    /** None. */
    public static final SharedLines NONE = new SharedLines(new long[0]);

    /** At most so many are learnt from a batch, the most frequent first. */
    public static final int MOST = 4_096;

    private static final long serialVersionUID = 1;

    private final long[] sorted;

    private SharedLines(long[] sorted) {
        this.sorted = sorted;
    }

    /** In how many tickets of a batch a line must be: one in a hundred, and 50. */
    public static int least(int tickets) {
        return Math.max(50, (tickets + 99) / 100);
    }

    /**
     * Takes the most frequent ones.
     *
     * @param lines their hashes, each once
     * @param counts in how many tickets each is, at the same position; those below {@link #least} are passed over
     */
    public static SharedLines of(long[] lines, int[] counts, int tickets) {
        int least = least(tickets);
        int enough = 0;
        for (int count : counts) {
            enough += count >= least ? 1 : 0;
        }
        // Sorted by count and then by hash, so that the choice does not depend on the order they come in.
        Integer[] order = new Integer[enough];
        int at = 0;
        for (int i = 0; i < lines.length; i++) {
            if (counts[i] >= least) {
                order[at++] = i;
            }
        }
        Arrays.sort(
                order,
                (a, b) -> counts[a] != counts[b]
                        ? Integer.compare(counts[b], counts[a])
                        : Long.compare(lines[a], lines[b]));
        long[] chosen = new long[Math.min(enough, MOST)];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = lines[order[i]];
        }
        Arrays.sort(chosen);
        return new SharedLines(chosen);
    }

    boolean isEmpty() {
        return sorted.length == 0;
    }

    boolean contains(long line) {
        return Arrays.binarySearch(sorted, line) >= 0;
    }

    /** How many there are. */
    public int size() {
        return sorted.length;
    }
}
