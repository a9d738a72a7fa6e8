package dev.retrial.tickets.read.file;

import dev.retrial.tickets.read.ReadLimits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** What comes out of a compressed stream, which ends with an error as soon as it comes to too much. */
final class ExpandingStream extends FilterInputStream {

    /** Below this a high ratio proves nothing: a page of equal tickets compresses well. */
    private static final long HARMLESS = 16 << 20;

    private final LongSupplier compressed;
    private final ReadLimits limits;
    private final Archive archive;
    private long expanded;

    /**
     * @param compressed how many compressed bytes were read so far
     * @param archive what it is part of
     */
    ExpandingStream(InputStream in, LongSupplier compressed, ReadLimits limits, Archive archive) {
        super(in);
        this.compressed = compressed;
        this.limits = limits;
        this.archive = archive;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        if (one >= 0) {
            grow(1);
        }
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = in.read(into, from, length);
        if (count > 0) {
            grow(count);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        throw new IOException("skipping would not be counted");
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void grow(int count) throws ExpansionException {
        expanded += count;
        archive.expanded += count;
        if (expanded > HARMLESS && expanded / limits.ratio() > compressed.getAsLong()) {
            throw new ExpansionException("expands to more than " + limits.ratio() + " times its size", false);
        }
        // Entries may overlap, so that each is harmless and all together are not.
        if (archive.expanded > 4 * HARMLESS && archive.expanded / limits.ratio() > archive.size.getAsLong()) {
            throw new ExpansionException("all of it expands to more than " + limits.ratio() + " times its size", true);
        }
        if (archive.expanded > limits.expandedBytes()) {
            throw new ExpansionException(
                    "all of it expands to more than " + (limits.expandedBytes() >> 20) + " MiB", true);
        }
    }

    /** What the entries of an archive came to so far. */
    static final class Archive {

        private final LongSupplier size;
        private long expanded;

        Archive(LongSupplier size) {
            this.size = size;
        }
    }
}
