package dev.retrial.tickets.spark;

import dev.retrial.tickets.duplicate.References;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** Puts pairs together: whatever a chain of pairs joins is one group, and its smallest reference stands for it. On the driver, in memory. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Groups {

    private final Map<String, String> parents = new HashMap<>();

    /** Adds a pair. */
    public void add(SimilarPair pair) {
        String first = root(pair.first());
        String second = root(pair.second());
        int order = References.compare(first, second);
        if (order != 0) {
            parents.put(order < 0 ? second : first, order < 0 ? first : second);
        }
    }

    private String root(String reference) {
        String at = reference;
        String parent = parents.computeIfAbsent(at, own -> own);
        while (!parent.equals(at)) {
            String next = parents.getOrDefault(parent, parent);
            parents.put(at, next);
            at = parent;
            parent = next;
        }
        return at;
    }

    /** For each reference that repeats another: the one that stands for both. In the order of the references. */
    public Map<String, String> repeats() {
        Map<String, String> repeats = new TreeMap<>(References::compare);
        for (String reference : parents.keySet().toArray(new String[0])) {
            String root = root(reference);
            if (!root.equals(reference)) {
                repeats.put(reference, root);
            }
        }
        return Collections.unmodifiableMap(repeats);
    }
}
