package dev.retrial.tickets.duplicate;

import dev.retrial.tickets.Party;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts {@code [name]} where a text names one of the ticket's parties. Redaction gives every ticket surrogates of its own, which would tell two copies of one
 * story apart; the parties say which words those are.
 */
final class NamePlaceholders {

    private static final String PLACEHOLDER = "[name]";

    private final Set<String> names = new HashSet<>();

    NamePlaceholders(List<Party> parties) {
        for (Party party : parties) {
            for (String name : party.names()) {
                for (int at = 0; at < name.length(); ) {
                    int end = wordEnd(name, at);
                    // An initial is too often a word.
                    if (end - at > 1) {
                        names.add(name.substring(at, end));
                    }
                    at = Math.max(end, at + 1);
                }
            }
        }
    }

    /** The text with a placeholder for each name; first and last name are one. */
    String in(String text) {
        if (names.isEmpty()) {
            return text;
        }
        StringBuilder replaced = null;
        int copied = 0;
        for (int at = 0; at < text.length(); ) {
            int end = wordEnd(text, at);
            if (end - at > 1 && names.contains(text.substring(at, end))) {
                replaced = replaced == null ? new StringBuilder(text.length()) : replaced;
                String between = text.substring(copied, at);
                if (!(copied > 0 && between.isBlank() && between.indexOf('\n') < 0)) {
                    replaced.append(between).append(PLACEHOLDER);
                }
                copied = end;
            }
            at = Math.max(end, at + 1);
        }
        return replaced == null
                ? text
                : replaced.append(text, copied, text.length()).toString();
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
