package dev.retrial.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import dev.retrial.match.ArgumentMatcher;
import dev.retrial.suite.WorldSpec;
import dev.retrial.suite.WorldSpec.PriorCall;
import dev.retrial.suite.WorldSpec.WorldAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Worlds for tests, from the JSON of a case file's {@code world}; {@code when} and {@code after} match by plain equality of the keys given. */
public final class Worlds {

    private static final JsonMapper JSON = new JsonMapper();

    private Worlds() {}

    public static WorldSpec of(String json) {
        return of(json, null);
    }

    public static WorldSpec of(String json, @Nullable String failedWhen) {
        Map<String, List<WorldAnswer>> answers = new LinkedHashMap<>();
        read(json).properties().forEach(tool -> {
            List<WorldAnswer> list = new ArrayList<>();
            tool.getValue().forEach(answer -> list.add(answer((ObjectNode) answer)));
            answers.put(tool.getKey(), list);
        });
        return new WorldSpec(answers, failedWhen == null ? null : Pattern.compile(failedWhen));
    }

    public static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static WorldAnswer answer(ObjectNode json) {
        JsonNode after = json.get("after");
        PriorCall prior = null;
        if (after != null) {
            Map.Entry<String, JsonNode> call = after.properties().iterator().next();
            prior = new PriorCall(call.getKey(), new Keys(call.getValue()));
        }
        return new WorldAnswer(
                json.has("when") ? new Keys(json.get("when")) : null,
                prior,
                json.has("times") ? json.get("times").intValue() : null,
                json.get("returns"),
                json.has("fails") ? json.get("fails").textValue() : null,
                json);
    }

    private record Keys(JsonNode expected) implements ArgumentMatcher {

        @Override
        public boolean matches(JsonNode actual) {
            return expected.properties().stream().allMatch(key -> key.getValue().equals(actual.get(key.getKey())));
        }

        @Override
        public List<Mismatch> mismatches(JsonNode actual) {
            return matches(actual) ? List.of() : List.of(new Mismatch("", describe(), actual.toString()));
        }

        @Override
        public String describe() {
            return expected.toString();
        }
    }
}
