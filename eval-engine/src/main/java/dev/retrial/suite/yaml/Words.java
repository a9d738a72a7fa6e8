package dev.retrial.suite.yaml;

import dev.retrial.check.Nearest;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** How keys and names are put into messages. */
public final class Words {

    private static final int LONGEST = 64;

    private Words() {}

    /** A key or name in quotes; no control characters, and no more than fits into a line. */
    public static String quoted(String word) {
        StringBuilder quoted = new StringBuilder("'");
        for (int i = 0; i < word.length() && i < LONGEST; i++) {
            char c = word.charAt(i);
            quoted.append(Character.isISOControl(c) ? '\uFFFD' : c);
        }
        return quoted.append(word.length() > LONGEST ? "…'" : "'").toString();
    }

    /**
     * Says that a name does not exist, with the nearest that does, or all where none is near.
     *
     * @param missing what is missing, such as {@code unknown key} or {@code tools.yaml has no tool}
     */
    public static String missing(String missing, String word, Collection<String> known) {
        String nearest = Nearest.to(word, known);
        return missing + " " + quoted(word) + (nearest == null ? listed(known) : didYouMean(nearest));
    }

    /** {@code ; did you mean 'x'?}, or nothing. */
    public static String didYouMean(@Nullable String nearest) {
        return nearest == null ? "" : "; did you mean '" + nearest + "'?";
    }

    private static String listed(Collection<String> known) {
        return known.isEmpty() ? "" : "; known: " + String.join(", ", known);
    }
}
