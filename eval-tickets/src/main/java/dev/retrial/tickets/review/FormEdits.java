package dev.retrial.tickets.review;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Changes that the form makes of a case: {@code {at: /title, value: …}}, without a value for what goes.
 *
 * <p>They are changes and not the whole case, so that what the form does not show stays digit for digit.
 */
final class FormEdits {

    private static final int DEEPEST = 40;

    /** In which order a case reads best; what a form adds goes to its place. */
    private static final String[] ORDER = {
        "title", "status", "because", "until", "failure", "difficulty", "tags", "ticket", "why", "owner", "cohorts",
        "now", "facts", "context", "conversation", "world", "expect", "waive", "varies", "observed", "accepted", "draft"
    };

    private FormEdits() {}

    /**
     * Carries them out, one after the other.
     *
     * @throws IllegalArgumentException where one has no place in the case
     */
    static void apply(ObjectNode evalCase, JsonNode edits) {
        for (JsonNode edit : edits) {
            JsonPointer at = JsonPointer.compile(edit.path("at").asText());
            if (at.matches() || depth(at) > DEEPEST) {
                throw new IllegalArgumentException("an edit has no place");
            }
            JsonNode value = edit.get("value");
            if (value == null || value.isNull()) {
                remove(evalCase, at);
            } else {
                set(evalCase, at, value);
            }
        }
    }

    private static int depth(JsonPointer pointer) {
        int depth = 0;
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            depth++;
        }
        return depth;
    }

    private static void set(ObjectNode evalCase, JsonPointer at, JsonNode value) {
        JsonNode holder = evalCase;
        JsonPointer rest = at;
        while (!rest.tail().matches()) {
            JsonNode next = child(holder, rest);
            if ((next == null || !next.isContainerNode()) && holder instanceof ObjectNode map) {
                next = map.putObject(rest.getMatchingProperty());
            }
            if (next == null) {
                throw new IllegalArgumentException("an edit has no place");
            }
            holder = next;
            rest = rest.tail();
        }
        String key = rest.getMatchingProperty();
        if (holder instanceof ArrayNode list) {
            if (key.equals("-") || rest.getMatchingIndex() == list.size()) {
                list.add(value);
            } else if (rest.mayMatchElement() && rest.getMatchingIndex() < list.size()) {
                list.set(rest.getMatchingIndex(), value);
            } else {
                throw new IllegalArgumentException("an edit has no place");
            }
        } else if (holder instanceof ObjectNode map) {
            boolean isNew = !map.has(key);
            map.set(key, value);
            if (isNew && map == evalCase) {
                order(evalCase);
            }
        }
    }

    private static void order(ObjectNode evalCase) {
        ObjectNode copy = evalCase.deepCopy();
        evalCase.removeAll();
        for (String key : ORDER) {
            JsonNode value = copy.remove(key);
            if (value != null) {
                evalCase.set(key, value);
            }
        }
        evalCase.setAll(copy);
    }

    /** Removes it, and above it what has nothing left: an empty list is a mistake in a case. */
    private static void remove(ObjectNode evalCase, JsonPointer at) {
        JsonPointer holderAt = at.head();
        JsonNode holder = evalCase.at(holderAt);
        JsonPointer last = at.last();
        boolean removed = false;
        if (holder instanceof ArrayNode list && last.mayMatchElement()) {
            removed = last.getMatchingIndex() < list.size() && list.remove(last.getMatchingIndex()) != null;
        } else if (holder instanceof ObjectNode map) {
            removed = map.remove(last.getMatchingProperty()) != null;
        }
        // `calls: []` says that there were none, which is something; an item of a list keeps its place for those behind
        // it.
        boolean meansSomething = holderAt.matches()
                || "calls".equals(holderAt.last().getMatchingProperty())
                || holderAt.last().mayMatchElement();
        if (removed && holder.isEmpty() && !meansSomething) {
            remove(evalCase, holderAt);
        }
    }

    private static @Nullable JsonNode child(JsonNode holder, JsonPointer rest) {
        if (holder instanceof ArrayNode list) {
            return rest.mayMatchElement() ? list.get(rest.getMatchingIndex()) : null;
        }
        return holder.get(rest.getMatchingProperty());
    }
}
