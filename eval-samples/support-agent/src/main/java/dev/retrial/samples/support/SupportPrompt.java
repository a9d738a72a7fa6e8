package dev.retrial.samples.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The instructions: one system prompt, and an overlay for each persona.
 * All of them are files in {@code prompts/} on the class path, so that a change of the prompt is a change of a file.
 */
public final class SupportPrompt {

    private static final List<String> PERSONAS = List.of("enterprise", "self-serve", "developer");

    private final String template;

    private SupportPrompt(String template) {
        this.template = template;
    }

    /**
     * Loads {@code prompts/<name>.md}.
     *
     * @throws IllegalArgumentException if there is no such prompt
     */
    public static SupportPrompt named(String name) {
        return new SupportPrompt(read(name));
    }

    /** The system prompt and its overlays as they are in their files. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        texts.add(template);
        for (String persona : PERSONAS) {
            texts.add(read(persona));
        }
        return texts;
    }

    /** The instructions for one conversation. */
    public String instructions(Customer customer, LocalDate today) {
        return template.replace("{{today}}", today.toString()).replace("{{customer}}\n", customer.described())
                + "\n"
                + read(customer.persona());
    }

    private static String read(String name) {
        String path = "/prompts/" + name + ".md";
        try (InputStream file = SupportPrompt.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("There is no prompt " + path + " on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
