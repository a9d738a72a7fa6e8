package dev.retrial.tickets.coverage;

/** Numbers, each once, in 8 to 16 bytes apiece. */
final class LongSet {

    private long[] slots;
    private boolean zero;
    private int size;

    LongSet() {
        this(1024);
    }

    /** With room for so many, a power of two; it grows. */
    LongSet(int room) {
        slots = new long[room];
    }

    /** False where it was there already. */
    boolean add(long number) {
        if (number == 0) {
            boolean added = !zero;
            zero = true;
            return added;
        }
        if (size * 4 > slots.length * 3) {
            grow();
        }
        if (!place(number)) {
            return false;
        }
        size++;
        return true;
    }

    int size() {
        return size + (zero ? 1 : 0);
    }

    private boolean place(long number) {
        int mask = slots.length - 1;
        int at = (int) (number ^ (number >>> 32)) & mask;
        while (slots[at] != 0) {
            if (slots[at] == number) {
                return false;
            }
            at = (at + 1) & mask;
        }
        slots[at] = number;
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long number : old) {
            if (number != 0) {
                place(number);
            }
        }
    }
}
