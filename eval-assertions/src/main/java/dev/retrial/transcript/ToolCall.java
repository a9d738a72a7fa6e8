package dev.retrial.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A tool that the agent called, with what the tool answered.
 *
 * @param turn the turn in which it was called, from 1
 * @param name the tool's name
 * @param arguments the arguments; what the model sent and is no JSON object stands here as JSON text, and no expected arguments match it
 * @param result the tool's answer, or null where it is not known
 * @param status whether the call succeeded; a call of which neither result nor status is known counts as {@link Status#OK}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ToolCall(
        int turn, String name, JsonNode arguments, @Nullable JsonNode result, Status status) implements Event {

    /** Whether the tool did what it was asked to. */
    public enum Status {
        /** The call succeeded. */
        OK,
        /** The tool refused or broke. */
        FAILED
    }

    /** Whether the tool did what it was asked to. */
    public boolean succeeded() {
        return status == Status.OK;
    }
}
