package dev.retrial.suite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.Check;
import dev.retrial.check.CheckKind;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The checks that the files of one suite have in common: many cases forbid the same tool or the same word, and one object serves them all.
 *
 * <p>Checks are immutable and depend on what they are bound from; what a case's own facts may have changed is bound anew. Not for use by several threads.
 */
final class BoundBefore {

    private static final int MOST = 2_000;

    private final Map<String, Map<JsonNode, List<Check>>> checks = new HashMap<>();

    private int size;

    List<Check> bind(CheckKind kind, JsonNode json, Vocabulary vocabulary) throws InvalidExpectation {
        if (!vocabulary.facts().byName().isEmpty()) {
            return kind.bind(json, vocabulary);
        }
        Map<JsonNode, List<Check>> ofKind = checks.computeIfAbsent(kind.key(), key -> new HashMap<>());
        List<Check> known = ofKind.get(json);
        if (known != null) {
            return known;
        }
        List<Check> bound = kind.bind(json, vocabulary);
        if (size < MOST) {
            size++;
            ofKind.put(json, bound);
        }
        return bound;
    }
}
