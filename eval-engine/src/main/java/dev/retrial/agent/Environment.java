package dev.retrial.agent;

import com.fasterxml.jackson.databind.JsonNode;
import org.apiguardian.api.API;

/** Expands <code>${NAME}</code> and <code>${NAME:-default}</code> in upper case; nothing else is expanded. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Environment {

    /**
     * Expands the variables in a text.
     *
     * @throws AgentFailure of kind {@link AgentFailure.Kind#HOPELESS} that names a variable which is not set
     */
    String expand(String text);

    /** Expands the variables in every text of a JSON value; keys are left as they are. */
    JsonNode expand(JsonNode json);
}
