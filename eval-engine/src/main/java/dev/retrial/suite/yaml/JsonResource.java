package dev.retrial.suite.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads JSON that lies in our own jars; JSON is YAML, so that no second parser is warmed up for it. */
public final class JsonResource {

    private JsonResource() {}

    /**
     * Reads a resource.
     *
     * @param owner the class beside which the resource lies
     * @param name its name, relative to the class or from the root with {@code /}
     * @throws IllegalStateException where it is missing or no JSON, which is a mistake of whoever built the jar
     */
    public static JsonNode read(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + owner.getName());
            }
            YamlNode node =
                    YamlReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), (line, column, reason) -> {
                        throw new IllegalStateException(name + ":" + line + ":" + column + ": " + reason);
                    });
            if (node == null) {
                throw new IllegalStateException(name + " cannot be read");
            }
            return Shape.FREE.json(node, new TextPool());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
