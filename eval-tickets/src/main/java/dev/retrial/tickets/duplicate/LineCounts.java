package dev.retrial.tickets.duplicate;

/**
 * Counts in how many tickets a line is, in 4 MiB however many lines there are: first roughly, never too low, as tickets come; then
 * exactly, for the few that may be frequent enough. Sums do not depend on the order, so neither does what is learnt.
 */
final class LineCounts {

    private static final int ROWS = 4;
    private static final int WIDTH = 1 << 18;
    /** The exact count holds so many lines; more cannot be frequent unless tickets have thousands of lines in common. */
    private static final int EXACT = 1 << 17;

    private final int[] rough = new int[ROWS * WIDTH];
    private int most;

    /** @param lines of one ticket, each once */
    void count(long[] lines) {
        for (long line : lines) {
            int least = Integer.MAX_VALUE;
            for (int row = 0; row < ROWS; row++) {
                least = Math.min(least, ++rough[cell(line, row)]);
            }
            most = Math.max(most, least);
        }
    }

    private static int cell(long line, int row) {
        long hash = (line + row) * 0x9E37_79B9_7F4A_7C15L;
        return row * WIDTH + (int) (hash >>> 46);
    }

    private int roughly(long line) {
        int least = Integer.MAX_VALUE;
        for (int row = 0; row < ROWS; row++) {
            least = Math.min(least, rough[cell(line, row)]);
        }
        return least;
    }

    /** Learns the shared lines, from the words that were written. */
    SharedLines shared(DiskInts spool, long[] spooled, int tickets) {
        int least = SharedLines.least(tickets);
        if (most < least) {
            return SharedLines.NONE;
        }
        long[] lines = new long[EXACT * 2];
        int[] counts = new int[EXACT * 2];
        int held = 0;
        DiskInts.Reader reader = spool.reader();
        for (int i = 0; i < tickets; i++) {
            int length = (int) (spooled[i + 1] - spooled[i]);
            for (long line : Fingerprints.lines(reader.read(spooled[i], length), length)) {
                if (roughly(line) < least) {
                    continue;
                }
                int slot = (int) (line >>> 20) & (lines.length - 1);
                while (counts[slot] > 0 && lines[slot] != line) {
                    slot = (slot + 1) & (lines.length - 1);
                }
                if (counts[slot] > 0 || held < EXACT) {
                    held += counts[slot] == 0 ? 1 : 0;
                    lines[slot] = line;
                    counts[slot]++;
                }
            }
        }
        return SharedLines.of(lines, counts, tickets);
    }
}
