package dev.retrial.tickets.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An expectation that may tell what was observed from what is right.
 *
 * @param expect what would stand under {@code expect}
 * @param fails the kind on which {@code observed} must fail, where that is none that the failure class is about; null otherwise
 * @param leads whether it can stand alone; what only adds to another is tried last
 */
record Proposal(ObjectNode expect, @Nullable String fails, boolean leads) {

    /** {@code {kind: {key: value}}}, on its own. */
    static Proposal of(String kind, String key, JsonNode value) {
        ObjectNode expect = JsonNodeFactory.instance.objectNode();
        expect.putObject(kind).set(key, value);
        return new Proposal(expect, null, true);
    }

    /** {@code {kind: {key: [text]}}}. */
    static Proposal of(String kind, String key, String text) {
        return of(kind, key, JsonNodeFactory.instance.arrayNode().add(text));
    }

    /** {@code {kind: value}}. */
    static Proposal of(String kind, String value) {
        return new Proposal(JsonNodeFactory.instance.objectNode().put(kind, value), null, true);
    }

    /** The same for a class that is about other checks. */
    Proposal standingIn(String kind) {
        return new Proposal(expect, kind, leads);
    }

    /** Both together, or null where they say different things under one key. */
    @Nullable
    Proposal and(Proposal other) {
        ObjectNode both = expect.deepCopy();
        for (Map.Entry<String, JsonNode> kind : other.expect.properties()) {
            JsonNode mine = both.get(kind.getKey());
            if (mine == null) {
                both.set(kind.getKey(), kind.getValue().deepCopy());
            } else if (!(mine instanceof ObjectNode map)
                    || !(kind.getValue() instanceof ObjectNode more)
                    || !addAll(map, more)) {
                return null;
            }
        }
        return new Proposal(both, fails, leads);
    }

    private static boolean addAll(ObjectNode map, ObjectNode more) {
        for (Map.Entry<String, JsonNode> entry : more.properties()) {
            JsonNode mine = map.get(entry.getKey());
            if (mine == null) {
                map.set(entry.getKey(), entry.getValue().deepCopy());
            } else if (mine instanceof ArrayNode list && entry.getValue() instanceof ArrayNode items) {
                list.addAll(items);
            } else {
                return false;
            }
        }
        return true;
    }

    /** Where it stands in the case. */
    List<String> pointers() {
        List<String> pointers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> kind : expect.properties()) {
            if (kind.getValue() instanceof ObjectNode map) {
                map.properties().forEach(entry -> pointers.add("/expect/" + kind.getKey() + "/" + entry.getKey()));
            } else {
                pointers.add("/expect/" + kind.getKey());
            }
        }
        return pointers;
    }
}
