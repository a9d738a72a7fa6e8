package dev.retrial.tickets.duplicate;

import java.io.Closeable;
import java.io.IOException;

/**
 * What is known of each text once it has been read: where its shingles are on disk, its bands, and its rank, which is its place in the
 * order of the references. Everything is decided by ranks, so that the order of the input does not matter.
 */
final class Sketches implements Closeable {

    final Similarity similarity;
    final int size;
    final int[] byRank;
    final long[] setAt;
    final int[] setSize;
    final long[] identity;
    final DiskInts sets;
    final DiskInts bands;

    Sketches(Similarity similarity, int[] byRank, DiskInts sets, DiskInts bands) {
        this.similarity = similarity;
        this.size = byRank.length;
        this.byRank = byRank;
        this.sets = sets;
        this.bands = bands;
        setAt = new long[size];
        setSize = new int[size];
        identity = new long[size];
    }

    /** A band of all texts, by their place in the input. */
    int[] band(int band, DiskInts.Reader reader, int[] into) {
        int step = 1 << 16;
        for (int from = 0; from < size; from += step) {
            int count = Math.min(step, size - from);
            System.arraycopy(reader.read((long) band * size + from, count), 0, into, from, count);
        }
        return into;
    }

    @Override
    public void close() throws IOException {
        try {
            sets.close();
        } finally {
            bands.close();
        }
    }
}
