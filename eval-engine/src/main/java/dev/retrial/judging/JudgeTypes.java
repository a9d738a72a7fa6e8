package dev.retrial.judging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.suite.JudgeSettings;
import java.util.ServiceLoader;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The types of judge that a suite file can name. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class JudgeTypes implements JudgeSettings {

    private final ClassLoader classLoader;

    /**
     * The types that this class loader sees.
     *
     * @param classLoader where types are looked for
     */
    public JudgeTypes(ClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    @Override
    public @Nullable JsonNode schema(String type) {
        JudgeType found = find(type);
        return found == null ? null : found.schema();
    }

    @Override
    public void check(String type, ObjectNode settings) throws InvalidExpectation {
        JudgeType found = find(type);
        if (found == null) {
            throw new InvalidExpectation("/type", unknown(type), null);
        }
        found.check(settings);
    }

    /** The type of this name, or null. */
    public @Nullable JudgeType find(String key) {
        for (JudgeType type : ServiceLoader.load(JudgeType.class, classLoader)) {
            if (type.key().equals(key)) {
                return type;
            }
        }
        return null;
    }

    String unknown(String type) {
        StringBuilder keys = new StringBuilder();
        for (JudgeType known : ServiceLoader.load(JudgeType.class, classLoader)) {
            keys.append(keys.length() == 0 ? "" : ", ").append(known.key());
        }
        return keys.length() == 0
                ? "nothing on the class path is a judge; add dev.retrial:eval-langchain4j"
                : "unknown judge type '" + type + "'; known are " + keys;
    }
}
