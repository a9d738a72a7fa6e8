package dev.retrial.agent.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.agent.ChatFormat;
import dev.retrial.agent.Environment;
import dev.retrial.agent.TextTemplate;
import dev.retrial.agent.TextTemplate.Kind;
import dev.retrial.agent.TextTemplate.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, compiled once into pieces of JSON text and the places between them.
 *
 * <p>A value that is one placeholder becomes that placeholder's JSON value; within a longer text it becomes text.
 */
final class RequestTemplate {

    private final List<Piece> pieces;
    private final Set<Placeholder> placeholders = EnumSet.noneOf(Placeholder.class);

    private RequestTemplate(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
        for (Piece piece : pieces) {
            if (piece.placeholder != null) {
                placeholders.add(piece.placeholder);
            }
        }
    }

    /** Compiles a request whose placeholders are known to exist. */
    static RequestTemplate compile(JsonNode request) {
        Compiler compiler = new Compiler();
        compiler.value(request);
        compiler.endLiteral();
        return new RequestTemplate(compiler.pieces);
    }

    /** Whether the placeholder is in it. */
    boolean uses(Placeholder placeholder) {
        return placeholders.contains(placeholder);
    }

    /** The same with the environment's variables filled in; nothing in their values is expanded again. */
    RequestTemplate bind(Environment environment) {
        Compiler compiler = new Compiler();
        for (Piece piece : pieces) {
            if (piece.variable != null) {
                Wire.escape(environment.value(piece.variable), compiler.literal);
            } else if (piece.placeholder != null) {
                compiler.place(piece);
            } else {
                compiler.literal.append(piece.literal);
            }
        }
        compiler.endLiteral();
        return new RequestTemplate(compiler.pieces);
    }

    /** The body for one message; the template must be bound. */
    byte[] render(Values values) {
        StringBuilder body = new StringBuilder(256);
        for (Piece piece : pieces) {
            if (piece.placeholder == null) {
                body.append(piece.literal);
            } else if (piece.inText) {
                Wire.escape(values.text(piece.placeholder), body);
            } else {
                values.json(piece.placeholder, body);
            }
        }
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What the placeholders stand for. */
    interface Values {

        /** As part of a text. */
        String text(Placeholder placeholder);

        /** As a JSON value. */
        void json(Placeholder placeholder, StringBuilder out);
    }

    /** JSON text, or a variable, or a placeholder; exactly one of the three. */
    private record Piece(
            String literal,
            @Nullable Part variable,
            @Nullable Placeholder placeholder,
            boolean inText) {}

    private static final class Compiler {

        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder literal = new StringBuilder();

        private void value(JsonNode value) {
            if (value.isObject()) {
                char separator = '{';
                for (Map.Entry<String, JsonNode> field : value.properties()) {
                    literal.append(separator);
                    Wire.quote(field.getKey(), literal);
                    literal.append(':');
                    value(field.getValue());
                    separator = ',';
                }
                literal.append(separator == '{' ? "{}" : "}");
            } else if (value.isArray()) {
                literal.append('[');
                for (int i = 0; i < value.size(); i++) {
                    literal.append(i == 0 ? "" : ",");
                    value(value.get(i));
                }
                literal.append(']');
            } else if (value.isTextual()) {
                text(TextTemplate.parse(value.textValue()));
            } else {
                literal.append(ChatFormat.textOf(value));
            }
        }

        private void text(TextTemplate text) {
            Part only = text.only();
            if (only != null && only.kind() == Kind.PLACEHOLDER) {
                place(new Piece("", null, Placeholder.find(only.text()), false));
                return;
            }
            literal.append('"');
            for (Part part : text.parts()) {
                switch (part.kind()) {
                    case LITERAL, UNKNOWN -> Wire.escape(part.written(), literal);
                    case VARIABLE -> place(new Piece("", part, null, true));
                    case PLACEHOLDER -> place(new Piece("", null, Placeholder.find(part.text()), true));
                }
            }
            literal.append('"');
        }

        private void place(Piece piece) {
            endLiteral();
            pieces.add(piece);
        }

        private void endLiteral() {
            if (literal.length() > 0) {
                pieces.add(new Piece(literal.toString(), null, null, false));
                literal.setLength(0);
            }
        }
    }
}
