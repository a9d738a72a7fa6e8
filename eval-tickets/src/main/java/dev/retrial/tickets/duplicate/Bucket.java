package dev.retrial.tickets.duplicate;

import java.util.Arrays;
import org.apiguardian.api.API;

/**
 * Which members of a bucket are compared: in a small one each with each; in a large one, such as a mass mail gives, each with the first
 * ones and with those that stand beside it when they are ordered by their next band. So the work grows with the members and not with
 * their square. What is compared depends on who is in the bucket and on nothing else.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Bucket {

    /** Up to so many members, each is compared with each. */
    public static final int SMALL = 32;

    /** In a larger one, each is compared with so many of the first, and with so many neighbours. */
    static final int LEADERS = 8;

    static final int NEIGHBOURS = 8;

    /** Is told of each pair, once or, in a large bucket, up to twice. */
    public interface Pairs {
        /** Both are positions in the bucket, the first one the smaller. */
        void pair(int first, int second);
    }

    private Bucket() {}

    /**
     * Tells the pairs.
     *
     * @param nextBands for each member, in the order of their references, the hash of its next band; not looked at in a small bucket
     * @param size how many members there are
     */
    public static void pairs(int[] nextBands, int size, Pairs pairs) {
        if (size <= SMALL) {
            for (int i = 0; i < size; i++) {
                for (int j = i + 1; j < size; j++) {
                    pairs.pair(i, j);
                }
            }
            return;
        }
        for (int i = 0; i < size; i++) {
            for (int leader = 0; leader < LEADERS && leader < i; leader++) {
                pairs.pair(leader, i);
            }
        }
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = (long) nextBands[i] << 32 | i;
        }
        Arrays.sort(order);
        for (int i = 0; i < size; i++) {
            int one = (int) order[i];
            for (int j = i + 1; j <= i + NEIGHBOURS && j < size; j++) {
                int other = (int) order[j];
                pairs.pair(Math.min(one, other), Math.max(one, other));
            }
        }
    }
}
