package dev.retrial.suite.yaml;

import java.util.HashMap;
import java.util.Map;

/** One copy of each word that many files use: keys, tags, tool names. Not for use by several threads. */
public final class TextPool {

    private static final int MOST = 20_000;
    private static final int LONGEST = 40;

    private final Map<String, String> texts = new HashMap<>();

    /** The text, as the same object as the last time. */
    public String one(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        String known = texts.get(text);
        if (known != null) {
            return known;
        }
        if (texts.size() < MOST) {
            texts.put(text, text);
        }
        return text;
    }
}
