package dev.retrial.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.transcript.ToolCall;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What the agent answered to one message.
 *
 * @param reply what the customer reads; empty where the agent said nothing
 * @param calls the tools that the agent called before it answered, in order
 * @param handoff what the answer hands over to a person, or null where it does not
 * @param usage the tokens that the answer cost
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Answer(
        String reply, List<CalledTool> calls, @Nullable JsonNode handoff, Usage usage) {

    /** Copies the list. */
    public Answer {
        calls = List.copyOf(calls);
    }

    /** An answer that is only a reply. */
    public static Answer of(String reply) {
        return new Answer(reply, List.of(), null, Usage.UNKNOWN);
    }

    /** An answer with the tools called on the way. */
    public static Answer of(String reply, List<CalledTool> calls) {
        return new Answer(reply, calls, null, Usage.UNKNOWN);
    }

    /**
     * A tool that the agent called.
     *
     * @param name the tool's name
     * @param arguments the arguments; JSON text where the model sent no JSON object
     * @param result the tool's answer, or null where it is not known
     * @param status whether the call succeeded, or null where it is not known: then it counts as failed where the result matches the suite's {@code failed-when}, else as {@code OK}
     */
    public record CalledTool(
            String name, JsonNode arguments, @Nullable JsonNode result, ToolCall.@Nullable Status status) {}

    /**
     * The tokens that an answer cost.
     *
     * @param inputTokens tokens read, or -1 where not known
     * @param outputTokens tokens written, or -1 where not known
     */
    public record Usage(long inputTokens, long outputTokens) {

        /** Nothing is known. */
        public static final Usage UNKNOWN = new Usage(-1, -1);

        /** Both together; what is not known on one side is left to the other. */
        public Usage plus(Usage other) {
            return new Usage(sum(inputTokens, other.inputTokens), sum(outputTokens, other.outputTokens));
        }

        private static long sum(long a, long b) {
            return a < 0 ? b : b < 0 ? a : a + b;
        }
    }
}
