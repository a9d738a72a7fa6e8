package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code $schema: schema}: what a JSON Schema (2020-12) accepts. */
record SchemaValue(JsonSchema schema, JsonNode written) implements ValueMatcher {

    static ValueMatcher read(Spec operand) throws InvalidExpectation {
        operand.map();
        try {
            return new SchemaValue(JsonSchema.compiled(operand.json()), operand.json());
        } catch (IllegalArgumentException e) {
            throw operand.invalid(e);
        }
    }

    @Override
    public boolean matches(JsonNode actual) {
        return !actual.isMissingNode() && schema.violations(actual).isEmpty();
    }

    @Override
    public void addMismatches(JsonNode actual, @Nullable Place place, List<ArgumentMatcher.Mismatch> mismatches) {
        if (actual.isMissingNode()) {
            ValueMatcher.super.addMismatches(actual, place, mismatches);
            return;
        }
        for (JsonSchema.Violation violation : schema.violations(actual)) {
            mismatches.add(new ArgumentMatcher.Mismatch(
                    Place.pointer(place) + violation.pointer(),
                    violation.rule(),
                    CompactJson.of(actual.at(violation.pointer()))));
        }
    }

    @Override
    public String describe() {
        return "{\"$schema\":" + CompactJson.of(written) + "}";
    }
}
