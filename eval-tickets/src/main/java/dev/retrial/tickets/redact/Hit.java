package dev.retrial.tickets.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a text that is to be replaced.
 *
 * @param start the offset of its first character
 * @param end the offset behind its last one
 * @param type what it is
 * @param score how sure that is, from 0 to 1
 * @param replacement what comes in its place, or null where the surrogate is made of what stands there
 */
record Hit(
        int start,
        int end,
        EntityType type,
        double score,
        @Nullable String replacement) {

    /** From here on it is no guess. */
    static final double SURE = 0.8;

    private static final Comparator<Hit> BY_WEIGHT = Comparator.<Hit>comparingInt(hit -> hit.score >= SURE ? 0 : 1)
            .thenComparingInt(hit -> hit.start - hit.end)
            .thenComparingDouble(hit -> -hit.score)
            .thenComparing(Hit::type)
            .thenComparingInt(Hit::start);

    Hit(int start, int end, EntityType type, double score) {
        this(start, end, type, score, null);
    }

    /**
     * Those that are left where several claim the same text, in its order: sure before unsure, then the longer, then the surer.
     *
     * <p>What only a part of was taken by another keeps the rest, since nothing that was found may stay.
     */
    static List<Hit> apart(List<Hit> hits) {
        if (hits.size() < 2) {
            return hits;
        }
        List<Hit> byWeight = new ArrayList<>(hits);
        byWeight.sort(BY_WEIGHT);
        java.util.TreeMap<Integer, Hit> kept = new java.util.TreeMap<>();
        for (Hit hit : byWeight) {
            int start = hit.start;
            int end = hit.end;
            var before = kept.floorEntry(start);
            while (before != null && before.getValue().end > start && start < end) {
                start = before.getValue().end;
                before = kept.floorEntry(start);
            }
            var behind = kept.ceilingEntry(start);
            while (behind != null && behind.getKey() < end && start < end) {
                end = behind.getKey();
            }
            if (start < end) {
                boolean whole = start == hit.start && end == hit.end;
                kept.put(start, whole ? hit : new Hit(start, end, hit.type, hit.score, REST));
            }
        }
        return new ArrayList<>(kept.values());
    }

    /** What comes in the place of the rest of something whose other part was taken for something else. */
    static final String REST = "[hidden]";
}
