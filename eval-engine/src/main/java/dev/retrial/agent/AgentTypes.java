package dev.retrial.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.suite.AgentSettings;
import dev.retrial.suite.AgentSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The agent types that a suite file can name: ours, then those of the class path. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class AgentTypes implements AgentSettings {

    private final ClassLoader classLoader;

    /**
     * The agent types that this class loader sees.
     *
     * @param classLoader where types beside ours are looked for
     */
    public AgentTypes(ClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    @Override
    public @Nullable JsonNode schema(String type) {
        AgentType found = find(type);
        return found == null ? null : found.schema();
    }

    @Override
    public void check(String type, ObjectNode settings) throws InvalidExpectation {
        AgentType found = find(type);
        if (found == null) {
            throw new InvalidExpectation("/type", "unknown agent type '" + type + "'; known are " + keys(), null);
        }
        found.check(settings);
    }

    /**
     * Makes the agent that a suite file names.
     *
     * @throws IllegalArgumentException where the class path has no such type
     */
    public Agent create(AgentSpec spec, AgentType.Setup setup) {
        AgentType found = find(spec.type());
        if (found == null) {
            throw new IllegalArgumentException("unknown agent type '" + spec.type() + "'; known are " + keys());
        }
        return found.create(spec.settings(), setup);
    }

    /** All types, ours first. */
    public List<AgentType> all() {
        List<AgentType> types = new ArrayList<>();
        for (AgentType type : ServiceLoader.load(AgentType.class, classLoader)) {
            types.add(type);
        }
        return types;
    }

    private @Nullable AgentType find(String key) {
        for (AgentType type : all()) {
            if (type.key().equals(key)) {
                return type;
            }
        }
        return null;
    }

    private String keys() {
        StringBuilder keys = new StringBuilder();
        for (AgentType type : all()) {
            keys.append(keys.length() == 0 ? "" : ", ").append(type.key());
        }
        return keys.toString();
    }
}
