package dev.retrial.world;

import com.fasterxml.jackson.databind.JsonNode;
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
     * What a tool answered.
     *
     * @param status whether the call succeeded
     * @param content the result, or the message of the failure as JSON text
     */
    record ToolResult(ToolCall.Status status, JsonNode content) {}
}
