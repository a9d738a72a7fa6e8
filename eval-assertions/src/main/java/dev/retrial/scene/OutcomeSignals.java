package dev.retrial.scene;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * By what the outcomes of a suite are told apart: the first signal that holds for a reply decides, otherwise it is {@link Outcome#ANSWERED}.
 *
 * @param byOutcome the signals in the order of the suite file
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record OutcomeSignals(Map<Outcome, Signal> byOutcome) {

    /** No outcome is declared. */
    public static final OutcomeSignals NONE = new OutcomeSignals(Map.of());

    /** Copies the map, keeping its order. */
    public OutcomeSignals {
        byOutcome = Collections.unmodifiableMap(new LinkedHashMap<>(byOutcome));
    }

    /** What tells an outcome. */
    public sealed interface Signal permits ByCall, ByResponse, ByPhrases, ByQuestion {}

    /**
     * A successful call of a tool.
     *
     * @param tool the tool's name
     * @param payload the JSON Pointer of the hand-off within the arguments, or null for all of them
     */
    public record ByCall(String tool, @Nullable String payload) implements Signal {}

    /** The answer's hand-off field is filled. */
    public record ByResponse() implements Signal {}

    /**
     * The reply says one of these.
     *
     * @param phrases compared as `reply.says` compares
     */
    public record ByPhrases(List<String> phrases) implements Signal {

        /** Copies the list. */
        public ByPhrases {
            phrases = List.copyOf(phrases);
        }
    }

    /** The reply asks a question. */
    public record ByQuestion() implements Signal {}
}
