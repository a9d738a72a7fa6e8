package dev.retrial.tickets.duplicate;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.apiguardian.api.API;

/**
 * What is kept of a ticket where its text is not: 128 MinHash values of 16 bits. Tells how similar two texts are to about ±.04, to whom
 * has the key; without it, nothing. A text without words has none that is similar to anything.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Signature {

    private static final String VERSION = "s1.";

    /** Of a text without words, or of one that nobody kept a signature of: similar to none. */
    public static final Signature NONE = new Signature(new short[0]);

    private final short[] values;

    private Signature(short[] values) {
        this.values = values;
    }

    static Signature of(int[] minima, int shingles) {
        if (shingles == 0) {
            return NONE;
        }
        short[] values = new short[minima.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) (minima[i] ^ (minima[i] >>> 16));
        }
        return new Signature(values);
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException when it is no signature of this version
     */
    public static Signature parse(String text) {
        if (!text.startsWith(VERSION)) {
            throw new IllegalArgumentException(
                    "A signature begins with " + VERSION + "; this is none, or one of another version.");
        }
        byte[] bytes = Base64.getUrlDecoder().decode(text.substring(VERSION.length()));
        if (bytes.length != 0 && bytes.length != Similarity.COPIES.values() * Short.BYTES) {
            throw new IllegalArgumentException("A signature of " + bytes.length + " bytes, where 256 are expected.");
        }
        short[] values = new short[bytes.length / Short.BYTES];
        ByteBuffer.wrap(bytes).asShortBuffer().get(values);
        return new Signature(values);
    }

    /** The share of values that are the same: an estimate of the Jaccard similarity. */
    public double similarity(Signature other) {
        if (values.length == 0 || other.values.length == 0) {
            return 0;
        }
        int same = 0;
        for (int i = 0; i < values.length; i++) {
            same += values[i] == other.values[i] ? 1 : 0;
        }
        return (double) same / values.length;
    }

    boolean isEmpty() {
        return values.length == 0;
    }

    /** The hash of a band of four values. */
    long band(int band) {
        long hash = 0;
        for (int i = 0; i < 4; i++) {
            hash = hash << 16 | (values[band * 4 + i] & 0xFFFF);
        }
        return hash;
    }

    @Override
    public String toString() {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Short.BYTES);
        for (short value : values) {
            bytes.putShort(value);
        }
        return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
