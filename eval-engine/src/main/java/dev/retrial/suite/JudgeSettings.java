package dev.retrial.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.InvalidExpectation;
import org.jspecify.annotations.Nullable;

/** What a suite file may say about the model of its judge; implemented above this package, where the judge types are known. */
public interface JudgeSettings {

    /** No type is known, so that only a judge in code can be used. */
    JudgeSettings NONE = new JudgeSettings() {
        @Override
        public @Nullable JsonNode schema(String type) {
            return null;
        }

        @Override
        public void check(String type, ObjectNode settings) throws InvalidExpectation {
            throw new InvalidExpectation("/type", "unknown judge type '" + type + "'", null);
        }
    };

    /** The JSON Schema of a type's settings, without what every judge has, or null where the type is unknown. */
    @Nullable
    JsonNode schema(String type);

    /**
     * Checks what {@code judge:} says of its model.
     *
     * @param type the value of {@code type}
     * @param settings the keys of the type
     * @throws InvalidExpectation where the type is unknown (pointer {@code /type}) or a setting is wrong
     */
    void check(String type, ObjectNode settings) throws InvalidExpectation;
}
