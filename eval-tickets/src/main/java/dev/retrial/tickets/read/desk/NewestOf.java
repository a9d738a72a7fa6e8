package dev.retrial.tickets.read.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One record of several that tell of the same thing, whatever their order: a later one's fields win, and what only an earlier one has stays. Of
 * two that are equally old the fuller field wins, since one page may have been asked to include more than another.
 */
@API(status = API.Status.INTERNAL)
public final class NewestOf {

    /**
     * A record of a thing.
     *
     * @param version when it was last changed; 0 where that is not known
     */
    public record State(long version, JsonNode json, String source) {}

    private NewestOf() {}

    /** The one that all of them make. */
    public static State of(List<State> states) {
        if (states.size() == 1) {
            return states.get(0);
        }
        List<State> sorted = new ArrayList<>(states);
        sorted.sort(Comparator.comparingLong(State::version));
        @Nullable JsonNode all = null;
        for (int from = 0; from < sorted.size(); ) {
            int to = from;
            @Nullable JsonNode equallyOld = null;
            for (;
                    to < sorted.size()
                            && sorted.get(to).version() == sorted.get(from).version();
                    to++) {
                equallyOld = fuller(equallyOld, sorted.get(to).json());
            }
            all = later(all, equallyOld);
            from = to;
        }
        State newest = sorted.get(sorted.size() - 1);
        String source = newest.source();
        for (State state : sorted) {
            if (state.version() == newest.version() && state.source().compareTo(source) < 0) {
                source = state.source();
            }
        }
        return new State(newest.version(), all == null ? newest.json() : all, source);
    }

    private static @Nullable JsonNode later(@Nullable JsonNode earlier, @Nullable JsonNode later) {
        if (!(earlier instanceof ObjectNode before) || !(later instanceof ObjectNode after)) {
            return later;
        }
        ObjectNode both = before.deepCopy();
        both.setAll(after);
        return both;
    }

    private static JsonNode fuller(@Nullable JsonNode one, JsonNode other) {
        if (one == null || one.equals(other)) {
            return other;
        }
        if (!(one instanceof ObjectNode first) || !(other instanceof ObjectNode second)) {
            return rank(one).compareTo(rank(other)) >= 0 ? one : other;
        }
        ObjectNode both = first.deepCopy();
        for (Map.Entry<String, JsonNode> field : second.properties()) {
            JsonNode there = both.get(field.getKey());
            both.set(field.getKey(), there == null ? field.getValue() : fullerValue(there, field.getValue()));
        }
        return both;
    }

    private static JsonNode fullerValue(JsonNode one, JsonNode other) {
        return one.equals(other) || rank(one).compareTo(rank(other)) >= 0 ? one : other;
    }

    /** Null before anything, then by length, then by what it says, so that any two have an order. */
    private static String rank(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        String text = value.toString();
        return String.format(java.util.Locale.ROOT, "%010d", text.length()) + text;
    }
}
