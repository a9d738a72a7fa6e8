package dev.retrial.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One alternative of {@code observed} or {@code accepted}: what production said, or what a person then said.
 *
 * @param cohort whose voice contract applies, or null for each cohort of the case
 * @param turns the last turns of the conversation, in order; at least one
 * @param fails for {@code observed}: the kinds of check that it must fail on, each of them; empty for those of the failure class
 * @param line the line in the case file, from 1
 */
public record ReferenceAnswer(@Nullable String cohort, List<ReferenceTurn> turns, List<String> fails, int line) {

    /** Copies the lists. */
    public ReferenceAnswer {
        turns = List.copyOf(turns);
        fails = List.copyOf(fails);
    }

    /**
     * One turn of it.
     *
     * @param calls the tool calls, or null where they are not known; an empty list means that there were none
     * @param reply what was said, or null where the turn has no reply
     */
    public record ReferenceTurn(
            @Nullable List<ReferenceCall> calls, @Nullable String reply) {

        /** Copies the list. */
        public ReferenceTurn {
            calls = calls == null ? null : List.copyOf(calls);
        }
    }

    /**
     * One tool call of it; its result comes from the world.
     *
     * @param tool the tool's name
     * @param arguments its arguments
     */
    public record ReferenceCall(String tool, JsonNode arguments) {}
}
