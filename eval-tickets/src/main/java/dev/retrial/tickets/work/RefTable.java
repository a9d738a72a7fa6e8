package dev.retrial.tickets.work;

/** A number for each of many ticket references: sixteen bytes a ticket, where a map of objects would take a hundred. */
final class RefTable {

    /** What no reference becomes. */
    private static final long FREE = 0;

    private long[] keys = new long[1 << 10];
    private long[] values = new long[1 << 10];
    private int size;

    /**
     * The number that a reference is kept by: its digits, which are a hash already.
     *
     * @param reference such as {@code hmac:5f2ac1…}
     */
    static long key(String reference) {
        long key = 1125899906842597L;
        for (int i = 0; i < reference.length(); i++) {
            key = 31 * key + reference.charAt(i);
        }
        key ^= key >>> 32;
        key *= 0x9E3779B97F4A7C15L;
        return key == FREE ? 1 : key;
    }

    void put(String reference, long value) {
        if (size * 3 >= keys.length * 2) {
            grow();
        }
        int at = find(keys, key(reference));
        if (keys[at] == FREE) {
            keys[at] = key(reference);
            size++;
        }
        values[at] = value;
    }

    boolean has(String reference) {
        return keys[find(keys, key(reference))] != FREE;
    }

    /** The number put for a reference, or 0 where there is none. */
    long get(String reference) {
        int at = find(keys, key(reference));
        return keys[at] == FREE ? 0 : values[at];
    }

    int size() {
        return size;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int at = find(keys, oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }

    private static int find(long[] keys, long key) {
        int at = (int) (key ^ key >>> 29) & keys.length - 1;
        while (keys[at] != FREE && keys[at] != key) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }
}
