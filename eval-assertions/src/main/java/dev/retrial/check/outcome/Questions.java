package dev.retrial.check.outcome;

import dev.retrial.text.Phrase;
import dev.retrial.text.Span;
import org.jspecify.annotations.Nullable;

/** Finds a question that wants something of the customer; the ones that only close a reply politely do not. */
final class Questions {

    private static final int LONGEST = 400;

    private static final Phrase[] POLITE = {
        Phrase.of("anything else"),
        Phrase.of("something else I can"),
        Phrase.of("any other questions"),
        Phrase.of("any further questions"),
        Phrase.of("does that help"),
        Phrase.of("does this help"),
        Phrase.of("does that make sense")
    };

    private Questions() {}

    /** The sentence of the first one, or null. */
    static @Nullable Span find(String prose) {
        for (int i = 0; i < prose.length(); i++) {
            if (!isMark(prose, i)) {
                continue;
            }
            Span sentence = new Span(start(prose, i), i + 1);
            if (!isPolite(sentence.in(prose))) {
                return sentence;
            }
        }
        return null;
    }

    /** A question mark at the end of a word, and not one within an address. */
    private static boolean isMark(String text, int at) {
        char c = text.charAt(at);
        if (c == '\uFF1F' || c == '\u061F') {
            return true;
        }
        if (c != '?') {
            return false;
        }
        return at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private static int start(String text, int mark) {
        int start = mark;
        while (start > 0 && mark - start < LONGEST) {
            char before = text.charAt(start - 1);
            if (before == '\n' || before == '!' || before == '?' || before == '\uFF1F' || before == '\u3002') {
                break;
            }
            if (before == '.' && start < text.length() && Character.isWhitespace(text.charAt(start))) {
                break;
            }
            start--;
        }
        while (start < mark && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private static boolean isPolite(String sentence) {
        for (Phrase phrase : POLITE) {
            if (phrase.isIn(sentence)) {
                return true;
            }
        }
        return false;
    }
}
