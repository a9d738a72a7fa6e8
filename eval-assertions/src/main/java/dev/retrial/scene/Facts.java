package dev.retrial.scene;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * What the customer knows and may be asked for.
 *
 * @param byName the facts by name, in the order of the case
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Facts(Map<String, Fact> byName) {

    /** No facts. */
    public static final Facts NONE = new Facts(Map.of());

    /** Copies the map, keeping its order. */
    public Facts {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /**
     * One fact.
     *
     * @param value its value, a JSON scalar
     * @param askedAs further words by which an agent asks for it
     */
    public record Fact(JsonNode value, List<String> askedAs) {

        /** Copies the list. */
        public Fact {
            askedAs = List.copyOf(askedAs);
        }
    }
}
