package dev.retrial.scene;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A tool that the agent may call.
 *
 * @param name its name
 * @param description what it does, for the model; may be empty
 * @param effect what it does to the world; {@link Effect#READ} where `tools.yaml` does not say
 * @param parameters the JSON Schema of its arguments, or null where none is declared
 * @param claims what a reply says when it claims to have done this
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Tool(
        String name,
        String description,
        Effect effect,
        @Nullable JsonNode parameters,
        List<String> claims) {

    /** Copies the list. */
    public Tool {
        claims = List.copyOf(claims);
    }
}
