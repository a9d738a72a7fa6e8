package dev.retrial.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * @param defaults arguments that the tool takes for given: to send one is the same as to leave it out; empty where there are none
 * @param ignore names of arguments that no expectation looks at, with {@code *} for any part of a name
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Tool(
        String name,
        String description,
        Effect effect,
        @Nullable JsonNode parameters,
        List<String> claims,
        ObjectNode defaults,
        List<String> ignore) {

    /** Copies the lists. */
    public Tool {
        claims = List.copyOf(claims);
        ignore = List.copyOf(ignore);
    }

    /** A tool without defaults of which every argument counts. */
    public Tool(String name, String description, Effect effect, @Nullable JsonNode parameters, List<String> claims) {
        this(name, description, effect, parameters, claims, JsonNodeFactory.instance.objectNode(), List.of());
    }

    /** Whether no expectation looks at this argument. */
    public boolean ignores(String argument) {
        for (String pattern : ignore) {
            if (fits(pattern, 0, argument, 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(String pattern, int at, String name, int from) {
        int star = pattern.indexOf('*', at);
        if (star < 0) {
            return pattern.length() - at == name.length() - from && name.startsWith(pattern.substring(at), from);
        }
        String part = pattern.substring(at, star);
        if (!name.startsWith(part, from)) {
            return false;
        }
        int rest = from + part.length();
        for (int i = rest; i <= name.length(); i++) {
            if (fits(pattern, star + 1, name, i)) {
                return true;
            }
        }
        return false;
    }
}
