package dev.retrial.tickets.coverage;

import java.util.BitSet;

/** Near-duplicates of each other that the suite, or a person, has already seen. */
final class Story {

    private final long key;
    private Story merged = this;
    private Cover cover = Cover.NONE;
    private final BitSet cases = new BitSet();

    Story(long key) {
        this.key = key;
    }

    Story root() {
        Story root = this;
        while (root.merged != root) {
            root = root.merged;
        }
        merged = root;
        return root;
    }

    Story with(Story other) {
        Story ours = root();
        Story theirs = other.root();
        if (ours != theirs) {
            theirs.merged = ours;
            ours.cover = ours.cover.or(theirs.cover);
            ours.cases.or(theirs.cases);
        }
        return ours;
    }

    void toldBy(int number, Cover how) {
        Story root = root();
        root.cases.set(number);
        root.cover = root.cover.or(how);
    }

    void reject() {
        Story root = root();
        root.cover = root.cover.or(Cover.REJECTED);
    }

    long key() {
        return root().key;
    }

    Cover cover() {
        return root().cover;
    }

    BitSet cases() {
        return root().cases;
    }

    /** A number for a reference: equal for equal ones, and by chance for others once in a hundred million histories. */
    static long key(String ref) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < ref.length(); i++) {
            hash = (hash ^ ref.charAt(i)) * 0x100000001b3L;
        }
        // The lower bits choose a slot, and FNV mixes upwards only.
        hash ^= hash >>> 33;
        hash *= 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        hash *= 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
