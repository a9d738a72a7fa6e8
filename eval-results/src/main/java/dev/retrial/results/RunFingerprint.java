package dev.retrial.results;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a run was made of: the agent with its prompt, overlays and tools, the judge, the cases, and what the verdicts are measured by.
 *
 * @param parts each part by its name: {@code model}, {@code promptHash}, {@code toolHash}, {@code overlay:<cohort>}, {@code judge:<name>}, {@code vocabulary}, {@code suite}, {@code policies},
 *     {@code tools}, {@code cohort:<cohort>}, {@code cases}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RunFingerprint(SortedMap<String, String> parts) {

    private static final int SHORT = 16;

    /** Copies the map. */
    public RunFingerprint {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /**
     * The fingerprint of a run.
     *
     * @param header its header
     * @param cases the hash of each case that ran, by its id
     */
    public static RunFingerprint of(RunHeader header, Map<String, String> cases) {
        SortedMap<String, String> parts = new TreeMap<>(header.yardstick().hashes());
        header.agent().forEach((name, value) -> parts.put(name, shortened(value)));
        header.judge().forEach((name, value) -> parts.put("judge:" + name, shortened(value)));
        parts.put("vocabulary", header.yardstick().vocabulary());
        parts.put("cases", hashOf(new TreeMap<>(cases).toString()));
        return new RunFingerprint(parts);
    }

    /** One short text for all of it: two runs of the same one were the same attempt. */
    public String id() {
        return hashOf(parts.toString());
    }

    /** The parts that differ, in the order of their names. */
    public List<Change> since(RunFingerprint before) {
        TreeSet<String> names = new TreeSet<>(parts.keySet());
        names.addAll(before.parts.keySet());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            String was = before.parts.get(name);
            String is = parts.get(name);
            if (is == null ? was != null : !is.equals(was)) {
                changes.add(new Change(name, was, is));
            }
        }
        return changes;
    }

    /**
     * A part that differs.
     *
     * @param part its name
     * @param before what it was, or null where there was none
     * @param now what it is, or null where there is none
     */
    public record Change(
            String part, @Nullable String before, @Nullable String now) {

        /** {@code promptHash 41d78a405da5d15e → 9f86d081884c7d65}. */
        @Override
        public String toString() {
            return part + " " + (before == null ? "none" : before) + " → " + (now == null ? "none" : now);
        }
    }

    /** A hash is told by its beginning, anything else whole. */
    private static String shortened(String value) {
        boolean hash = value.length() == 64 && value.chars().allMatch(c -> Character.digit(c, 16) >= 0);
        return hash ? value.substring(0, SHORT) : value;
    }

    private static String hashOf(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, SHORT / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
