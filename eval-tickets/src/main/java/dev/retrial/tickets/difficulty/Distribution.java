package dev.retrial.tickets.difficulty;

/**
 * How values are spread, in bounded memory: exactly up to 1,023, beyond that in steps of less than two in a hundred, which then count as equal.
 *
 * <p>Values may be lower bounds (a ticket that is still open has taken at least so long). They are taken into account as Kaplan and Meier do (1958): going up through the
 * values, the share {@code S} that is larger falls by the factor {@code 1 - d/n} at each, where {@code d} tickets have it and {@code n} are known to have it or more.
 */
final class Distribution {

    private static final int EXACT = 1024;
    private static final int STEPS = 64;
    /** Up to 2^40, which is two million years in minutes. */
    private static final int BUCKETS = EXACT + 30 * STEPS + 1;

    private final long[] known = new long[BUCKETS];
    private final long[] atLeast = new long[BUCKETS];
    private long count;

    /** Which of the steps a value belongs to; the larger, the later. */
    static int bucket(long value) {
        if (value < EXACT) {
            return (int) value;
        }
        int octave = 63 - Long.numberOfLeadingZeros(value);
        int step = (int) (value >>> (octave - 6)) & (STEPS - 1);
        return Math.min(BUCKETS - 1, EXACT + (octave - 10) * STEPS + step);
    }

    /**
     * Counts a value.
     *
     * @param lowerBound whether it may be larger
     */
    void add(int bucket, boolean lowerBound) {
        (lowerBound ? atLeast : known)[bucket]++;
        count++;
    }

    long count() {
        return count;
    }

    /**
     * The percentile rank of every bucket: of what is equal, half counts as smaller (the mid-rank, {@code (L + E/2) / N} with {@code L} smaller and {@code E} equal ones of
     * {@code N}; with lower bounds {@code 1 - (S before + S behind) / 2}). Of a lower bound itself, the middle of what it may turn out to be, {@code 1 - S/2}.
     */
    Ranks ranks() {
        double[] ofKnown = new double[BUCKETS];
        double[] ofAtLeast = new double[BUCKETS];
        long left = count;
        double larger = 1;
        for (int i = 0; i < BUCKETS; i++) {
            double before = larger;
            if (known[i] > 0) {
                larger *= 1 - (double) known[i] / left;
            }
            ofKnown[i] = 1 - (before + larger) / 2;
            ofAtLeast[i] = 1 - larger / 2;
            left -= known[i] + atLeast[i];
        }
        return new Ranks(ofKnown, ofAtLeast, count);
    }

    /** The ranks, by bucket. */
    static final class Ranks {

        private final double[] ofKnown;
        private final double[] ofAtLeast;
        private final long count;

        private Ranks(double[] ofKnown, double[] ofAtLeast, long count) {
            this.ofKnown = ofKnown;
            this.ofAtLeast = ofAtLeast;
            this.count = count;
        }

        double of(int bucket, boolean lowerBound) {
            return (lowerBound ? ofAtLeast : ofKnown)[bucket];
        }

        /** How many values there were. */
        long count() {
            return count;
        }
    }
}
