package dev.retrial.agent.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request may hold beside its own text. */
enum Placeholder {
    CONVERSATION_ID("conversation.id", true),
    MESSAGE("message", false),
    MESSAGES("messages", false),
    COHORT_ID("cohort.id", true),
    CONTEXT("context", false),
    CASE_ID("case.id", true),
    TRIAL("trial", true),
    NOW("now", true),
    WORLD("world", false);

    private final String key;
    private final boolean oneLine;

    Placeholder(String key, boolean oneLine) {
        this.key = key;
        this.oneLine = oneLine;
    }

    /** Whether it is one short line, which can stand in a URL or a header. */
    boolean isOneLine() {
        return oneLine;
    }

    /** The placeholder of this name, or null. */
    static @Nullable Placeholder find(String key) {
        for (Placeholder placeholder : values()) {
            if (placeholder.key.equals(key)) {
                return placeholder;
            }
        }
        return null;
    }

    static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Placeholder placeholder : values()) {
            keys.add(placeholder.key);
        }
        return keys;
    }
}
