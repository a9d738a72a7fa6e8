package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import dev.retrial.text.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Schema (2020-12) that values are held against.
 *
 * <p>Most schemas of tools are a few types, and most arguments satisfy them; that is seen without the validator, whose classes are loaded only when it has to speak.
 * Nothing is fetched from anywhere, and its patterns are RE2, so that no schema can make a run hang.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class JsonSchema {

    private final JsonNode written;
    private @Nullable Validator validator;

    private JsonSchema(JsonNode written) {
        this.written = written;
    }

    /** A schema, which is not looked at before a value is not obviously right. */
    public static JsonSchema of(JsonNode schema) {
        return new JsonSchema(schema);
    }

    /**
     * A schema that can be used.
     *
     * @throws IllegalArgumentException where it cannot
     */
    static JsonSchema compiled(JsonNode schema) {
        JsonSchema compiled = new JsonSchema(schema);
        compiled.validator();
        return compiled;
    }

    /** Whether this very node is what it was made of. */
    @SuppressWarnings("ReferenceEquality") // Comparing two schemas would cost more than it saves.
    public boolean isOf(JsonNode schema) {
        return schema == written;
    }

    /**
     * A place that the schema does not accept.
     *
     * @param pointer the JSON Pointer of the place
     * @param rule what the schema says of it, in words
     */
    public record Violation(String pointer, String rule) {}

    /**
     * What the schema does not accept of a value; empty where it accepts it.
     *
     * @throws IllegalArgumentException where the schema cannot be used
     */
    public List<Violation> violations(JsonNode value) {
        return PlainSchema.surelyAccepts(written, value)
                ? List.of()
                : validator().violations(value);
    }

    private synchronized Validator validator() {
        if (validator == null) {
            validator = new Validator(written);
        }
        return validator;
    }

    /** Everything that needs the validator's classes. */
    private static final class Validator {

        private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(
                Dialects.getDraft202012(),
                builder -> builder.schemaLoader(loader -> loader.block(iri -> true))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .locale(Locale.ROOT)
                                .pathType(PathType.JSON_POINTER)
                                .preloadSchema(true)
                                .regularExpressionFactory(new LinearPatterns())
                                .build()));

        private final Schema schema;

        Validator(JsonNode written) {
            try {
                schema = REGISTRY.getSchema(written);
                schema.initializeValidators();
            } catch (SchemaException | IllegalArgumentException | IllegalStateException e) {
                throw new IllegalArgumentException("this JSON Schema cannot be used: " + reason(e), e);
            }
        }

        private static String reason(Throwable failure) {
            Throwable cause = failure;
            while (cause.getCause() != null && !(cause.getCause() instanceof PatternSyntaxException)) {
                cause = cause.getCause();
            }
            String message = cause.getMessage();
            return message == null ? cause.getClass().getSimpleName() : message;
        }

        synchronized List<Violation> violations(JsonNode value) {
            List<Violation> violations = new ArrayList<>();
            try {
                for (Error error : schema.validate(value)) {
                    violations.add(new Violation(error.getInstanceLocation().toString(), error.getMessage()));
                }
            } catch (SchemaException e) {
                throw new IllegalArgumentException("the JSON Schema cannot be used: " + reason(e), e);
            }
            return violations;
        }
    }

    /** Patterns that take time in proportion to the text, whatever they are. */
    private static final class LinearPatterns implements RegularExpressionFactory {

        @Override
        public RegularExpression getRegularExpression(String pattern) {
            TextPattern compiled = TextPattern.of(pattern);
            return text -> compiled.find(text) != null;
        }
    }
}
