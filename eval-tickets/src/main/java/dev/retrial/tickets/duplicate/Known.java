package dev.retrial.tickets.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cases and rejected tickets that every ticket is held against. Few beside the tickets, so they are in memory. Their texts are taken
 * by themselves, without what a batch has learnt: a signature of last month knows nothing of today's batch.
 */
final class Known {

    /** So many that share a band are looked at; copies of one another, which could be more, are kept once. */
    private static final int MOST_IN_BUCKET = 64;

    private static final int BANDS = Similarity.COPIES.bands();

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Integer> byTicket = new HashMap<>();
    private final Map<String, Integer> alike = new HashMap<>();
    private long[][] index = new long[BANDS][0];
    private boolean sorted;

    /** What tickets are held against: a case, with shingles; or a rejected ticket, with a signature alone. */
    static final class Entry {

        private final String id;
        private final boolean isCase;
        private final int[] shingles;
        private final Signature signature;

        /** @param id what it is called in findings */
        Entry(String id, boolean isCase, int[] shingles, Signature signature) {
            this.id = id;
            this.isCase = isCase;
            this.shingles = shingles;
            this.signature = signature;
        }

        String id() {
            return id;
        }

        boolean isCase() {
            return isCase;
        }

        private double similarity(int[] otherShingles, Signature otherSignature) {
            return isCase ? Overlap.similarity(shingles, otherShingles) : signature.similarity(otherSignature);
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    boolean hasTexts() {
        return !alike.isEmpty();
    }

    Entry entry(int number) {
        return entries.get(number);
    }

    void add(Entry entry, @Nullable String ticket) {
        int number = entries.size();
        entries.add(entry);
        if (ticket != null) {
            byTicket.merge(ticket, number, this::first);
        }
        if (!entry.signature.isEmpty()) {
            alike.merge((entry.isCase() ? "c" : "r") + entry.signature, number, this::first);
        }
        sorted = false;
    }

    /** Of two, the one that findings name: cases before rejected ones, then by name, so that no order matters. */
    private int first(int one, int other) {
        Entry a = entries.get(one);
        Entry b = entries.get(other);
        if (a.isCase() != b.isCase()) {
            return a.isCase() ? one : other;
        }
        return References.compare(a.id(), b.id()) <= 0 ? one : other;
    }

    /** Puts the bands in order; before any search, which several threads then do at a time. */
    void ready() {
        if (sorted) {
            return;
        }
        int[] numbers = alike.values().stream()
                .mapToInt(Integer::intValue)
                .boxed()
                .sorted((a, b) -> a.equals(b) ? 0 : first(a, b) == a ? -1 : 1)
                .mapToInt(Integer::intValue)
                .toArray();
        List<Entry> ordered = new ArrayList<>();
        for (int number : numbers) {
            ordered.add(entries.get(number));
        }
        Map<String, Entry> tickets = new HashMap<>();
        byTicket.forEach((ticket, number) -> tickets.put(ticket, entries.get(number)));
        entries.clear();
        entries.addAll(ordered);
        byTicket.clear();
        tickets.forEach((ticket, entry) -> {
            byTicket.put(ticket, entries.size());
            entries.add(entry);
        });
        index = new long[BANDS][ordered.size()];
        for (int band = 0; band < BANDS; band++) {
            for (int i = 0; i < ordered.size(); i++) {
                index[band][i] = key(ordered.get(i).signature, band) | i;
            }
            Arrays.sort(index[band]);
        }
        sorted = true;
    }

    private static long key(Signature signature, int band) {
        long hash = signature.band(band) * 0x9E37_79B9_7F4A_7C15L;
        return hash & 0xFFFF_FFFF_0000_0000L;
    }

    /** The number of the entry that was made of this very ticket, or -1. */
    int ofTicket(String reference) {
        Integer number = byTicket.get(reference);
        return number == null ? -1 : number;
    }

    /** The most similar entry, or null; of equally similar ones the first. */
    @Nullable
    Match nearest(int[] shingles, Signature signature, @Nullable Match best) {
        Match nearest = best;
        int last = -1;
        for (int band = 0; band < BANDS; band++) {
            long key = key(signature, band);
            long[] keys = index[band];
            int at = Arrays.binarySearch(keys, key);
            at = at < 0 ? -at - 1 : at;
            for (int seen = 0;
                    at < keys.length && seen < MOST_IN_BUCKET && (keys[at] & 0xFFFF_FFFF_0000_0000L) == key;
                    at++, seen++) {
                int number = (int) keys[at];
                if (number == last) {
                    continue;
                }
                last = number;
                double similarity = entries.get(number).similarity(shingles, signature);
                if (similarity >= Similarity.COPIES.percent() / 100.0
                        && (nearest == null
                                || similarity > nearest.similarity()
                                || (similarity == nearest.similarity() && number < nearest.number()))) {
                    nearest = new Match(number, similarity);
                }
            }
        }
        return nearest;
    }

    /**
     * What is similar.
     *
     * @param number of the entry
     * @param similarity to it
     */
    record Match(int number, double similarity) {}
}
