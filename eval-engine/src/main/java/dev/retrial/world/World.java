package dev.retrial.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.transcript.ToolCall;
import org.apiguardian.api.API;

/** What the agent's tools answer in one trial; may be asked by several threads at once. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface World {

    /** Whether this world answers anything at all; an agent with tools of its own asks it only then. */
    boolean answersAnything();

    /**
     * Answers a call, and remembers it for answers that depend on it.
     *
     * @param tool the tool's name
     * @param arguments its arguments
     * @return the first answer that fits; what nothing answers is a failed call that says so
     */
    ToolResult call(String tool, JsonNode arguments);

    /**
     * All that the tools answer, for an agent that answers its tools itself: per tool a list of {@code when}, {@code after},
     * {@code times} and {@code returns} or {@code fails}, as in a case file. Nobody remembers what was called then.
     */
    ObjectNode answers();

    /**
     * What a tool answered.
     *
     * @param status whether the call succeeded
     * @param content the result, or the message of the failure as JSON text
     */
    record ToolResult(ToolCall.Status status, JsonNode content) {}
}
