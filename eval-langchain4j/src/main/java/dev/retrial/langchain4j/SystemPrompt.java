package dev.retrial.langchain4j;

import dev.retrial.agent.AgentFailure;
import dev.retrial.agent.AgentFailure.Kind;
import dev.retrial.agent.Opening;
import dev.retrial.agent.TextTemplate;
import dev.retrial.suite.Cohort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the model is told before the customer speaks: the prompt, then the cohort's overlay.
 *
 * <p><code>${now}</code>, <code>${context}</code> and <code>${cohort.id}</code> in either are filled in; anything else stays as it is.
 */
final class SystemPrompt {

    private final @Nullable String text;
    private final @Nullable Path file;

    private SystemPrompt(@Nullable String text, @Nullable Path file) {
        this.text = text;
        this.file = file;
    }

    static SystemPrompt of(String text) {
        return new SystemPrompt(text, null);
    }

    /** A prompt that is read when it is needed, since a missing file is an error of the cells. */
    static SystemPrompt in(Path file) {
        return new SystemPrompt(null, file);
    }

    /** What the model is told in a conversation; empty where there is nothing to say. */
    String filledFor(Opening opening) {
        String prompt = prompt();
        Path overlay = opening.cohort().overlay();
        if (overlay != null) {
            prompt = prompt.isEmpty() ? read(overlay, "overlay") : prompt + "\n\n" + read(overlay, "overlay");
        }
        return filled(prompt, opening);
    }

    /** The prompt and all overlays, for a fingerprint; what cannot be read is left out. */
    List<String> texts(List<Cohort> cohorts) {
        List<String> texts = new ArrayList<>();
        try {
            texts.add(prompt());
            for (Cohort cohort : cohorts) {
                if (cohort.overlay() != null) {
                    texts.add(read(cohort.overlay(), "overlay"));
                }
            }
        } catch (AgentFailure unreadable) {
            // Every cell that needs it says so.
        }
        return texts;
    }

    private String prompt() {
        if (text != null) {
            return text;
        }
        return file == null ? "" : read(file, "system-prompt");
    }

    private static String read(Path file, String key) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new AgentFailure(
                    Kind.HOPELESS,
                    "the file " + file.getFileName() + " (`" + key
                            + "`) cannot be read; it has to be UTF-8 text below the suite's directory",
                    null,
                    e);
        }
    }

    private static String filled(String prompt, Opening opening) {
        StringBuilder filled = new StringBuilder(prompt.length());
        for (TextTemplate.Part part : TextTemplate.parse(prompt).parts()) {
            String name = part.kind() == TextTemplate.Kind.PLACEHOLDER ? part.text() : "";
            filled.append(
                    switch (name) {
                        case "now" ->
                            opening.now() == null
                                    ? Instant.now().toString()
                                    : opening.now().toString();
                        case "context" -> opening.context().toString();
                        case "cohort.id" -> opening.cohort().id();
                        default -> part.written();
                    });
        }
        return filled.toString();
    }
}
