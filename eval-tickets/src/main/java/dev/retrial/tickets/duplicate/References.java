package dev.retrial.tickets.duplicate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apiguardian.api.API;

/** Many short texts in few arrays, with the order of their bytes. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class References {

    private static final int CHUNK_BITS = 20;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int LONGEST = 4_096;

    private byte[][] chunks = new byte[4][];
    private long end;
    private long[] starts = new long[1_024];
    private short[] lengths = new short[1_024];
    private int size;

    References() {}

    int size() {
        return size;
    }

    void add(String reference) {
        byte[] bytes = reference.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST) {
            throw new IllegalArgumentException(
                    "A reference has " + bytes.length + " bytes; at most " + LONGEST + " are taken.");
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
        }
        // No reference is split between two chunks.
        if ((end & (CHUNK - 1)) + bytes.length > CHUNK) {
            end = (end | (CHUNK - 1)) + 1;
        }
        int chunk = (int) (end >>> CHUNK_BITS);
        if (chunk >= chunks.length) {
            chunks = Arrays.copyOf(chunks, chunks.length * 2);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new byte[CHUNK];
        }
        System.arraycopy(bytes, 0, chunks[chunk], (int) end & (CHUNK - 1), bytes.length);
        starts[size] = end;
        lengths[size++] = (short) bytes.length;
        end += bytes.length;
    }

    String get(int index) {
        long start = starts[index];
        return new String(
                chunks[(int) (start >>> CHUNK_BITS)],
                (int) start & (CHUNK - 1),
                lengths[index],
                StandardCharsets.UTF_8);
    }

    int compare(int left, int right) {
        int a = (int) starts[left] & (CHUNK - 1);
        int b = (int) starts[right] & (CHUNK - 1);
        return Arrays.compareUnsigned(
                chunks[(int) (starts[left] >>> CHUNK_BITS)],
                a,
                a + lengths[left],
                chunks[(int) (starts[right] >>> CHUNK_BITS)],
                b,
                b + lengths[right]);
    }

    /** The order in which any two texts stand, as the bytes of their UTF-8 say. */
    public static int compare(String left, String right) {
        return Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    /** All indices in the order of their texts. */
    int[] sorted() {
        int[] from = new int[size];
        for (int i = 0; i < size; i++) {
            from[i] = i;
        }
        int[] to = new int[size];
        for (int width = 1; width > 0 && width < size; width *= 2) {
            for (int low = 0; low < size; low += 2 * width) {
                int middle = Math.min(low + width, size);
                int high = Math.min(middle + width, size);
                int left = low;
                int right = middle;
                for (int i = low; i < high; i++) {
                    boolean takeLeft = right == high || (left < middle && compare(from[left], from[right]) <= 0);
                    to[i] = takeLeft ? from[left++] : from[right++];
                }
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }
}
