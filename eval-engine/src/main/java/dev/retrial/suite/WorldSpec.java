package dev.retrial.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.match.ArgumentMatcher;
import dev.retrial.match.CompactJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the agent's tools answer: per tool, the first answer that fits.
 *
 * @param answers by tool, in order; a case's own come before the suite's defaults
 * @param failedWhen a pattern (RE2) that a returned result, as text or compact JSON, matches when it tells of a failed call, or null
 */
public record WorldSpec(Map<String, List<WorldAnswer>> answers, com.google.re2j.@Nullable Pattern failedWhen) {

    /** No tool answers anything. */
    public static final WorldSpec EMPTY = new WorldSpec(Map.of(), null);

    /** Copies map and lists, keeping their order. */
    public WorldSpec {
        Map<String, List<WorldAnswer>> copy = new LinkedHashMap<>();
        answers.forEach((tool, list) -> copy.put(tool, List.copyOf(list)));
        answers = Collections.unmodifiableMap(copy);
    }

    /** Whether no tool answers anything. */
    public boolean isEmpty() {
        return answers.isEmpty();
    }

    /** Whether a tool's result tells of a failed call. */
    public boolean tellsOfFailure(JsonNode result) {
        return failedWhen != null
                && failedWhen
                        .matcher(result.isTextual() ? result.textValue() : CompactJson.of(result, Integer.MAX_VALUE))
                        .find();
    }

    /**
     * One answer of a tool.
     *
     * @param when what the arguments must match, or null for any
     * @param after a call that must have succeeded before, or null
     * @param times after how many uses it is used up, or null for never
     * @param returns the result, or null where the tool fails
     * @param fails the message with which the tool fails, or null where it returns
     * @param written the answer as the file has it, for agents that answer their tools themselves; not to be changed
     */
    public record WorldAnswer(
            @Nullable ArgumentMatcher when,
            @Nullable PriorCall after,
            @Nullable Integer times,
            @Nullable JsonNode returns,
            @Nullable String fails,
            ObjectNode written) {}

    /**
     * A call that was made before.
     *
     * @param tool its tool
     * @param arguments what its arguments must match, or null for any
     */
    public record PriorCall(String tool, @Nullable ArgumentMatcher arguments) {}
}
