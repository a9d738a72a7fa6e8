package dev.retrial.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.InvalidExpectation;
import org.jspecify.annotations.Nullable;

/** What a suite file may say about its agent; implemented above this package, where the agent types are known. */
public interface AgentSettings {

    /** The JSON Schema of a type's settings, {@code type} left out, or null where the type is unknown. */
    @Nullable
    JsonNode schema(String type);

    /**
     * Checks the value of {@code agent:}.
     *
     * @param type the value of {@code type}
     * @param settings the other keys
     * @throws InvalidExpectation where the type is unknown (pointer {@code /type}) or a setting is wrong
     */
    void check(String type, ObjectNode settings) throws InvalidExpectation;
}
