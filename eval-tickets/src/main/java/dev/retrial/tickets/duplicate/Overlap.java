package dev.retrial.tickets.duplicate;

import org.apiguardian.api.API;

/** How much two sets of numbers share; both ascending, each number once. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Overlap {

    private Overlap() {}

    static int shared(int[] left, int leftCount, int[] right, int rightCount) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < leftCount && j < rightCount) {
            int a = left[i];
            int b = right[j];
            if (a == b) {
                shared++;
            }
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }
        return shared;
    }

    /** The Jaccard similarity: what both have, by what either has. 0 where both are empty. */
    public static double similarity(int[] left, int[] right) {
        int shared = shared(left, left.length, right, right.length);
        int united = left.length + right.length - shared;
        return united == 0 ? 0 : (double) shared / united;
    }

    /** Whether these are near-copies: a similarity of .6 or more. */
    public static boolean isCopy(int[] left, int[] right) {
        int shared = shared(left, left.length, right, right.length);
        return Similarity.COPIES.holds(shared, left.length + right.length - shared);
    }

    /** Whether sets of these sizes can be: the similarity is at most the smaller size by the larger one. */
    public static boolean canBeCopies(int leftSize, int rightSize) {
        return Similarity.COPIES.holds(Math.min(leftSize, rightSize), Math.max(leftSize, rightSize));
    }
}
