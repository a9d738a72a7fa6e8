package dev.retrial.check.leak;

import dev.retrial.text.Span;
import org.jspecify.annotations.Nullable;

/** The form of an e-mail address, as people write them: no quotes, no comments; any domain, since a leak may be of an inner one. */
final class EmailForm {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_DOMAIN = 253;

    private EmailForm() {}

    /** The address around this sign, or null. */
    static @Nullable Span around(String text, int at) {
        int start = at;
        while (start > 0 && at - start < LONGEST_NAME && isNamePart(text.charAt(start - 1))) {
            start--;
        }
        while (start < at && text.charAt(start) == '.') {
            start++;
        }
        int end = at + 1;
        while (end < text.length() && end - at <= LONGEST_DOMAIN && isDomainPart(text.charAt(end))) {
            end++;
        }
        while (end > at && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-')) {
            end--;
        }
        int dot = end - 1;
        while (dot > at && text.charAt(dot) != '.') {
            dot--;
        }
        if (start == at || dot <= at + 1 || end - dot < 3 || text.charAt(at - 1) == '.') {
            return null;
        }
        for (int i = dot + 1; i < end; i++) {
            if (!Character.isLetter(text.charAt(i))) {
                return null;
            }
        }
        return new Span(start, end);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || "._%+-&~".indexOf(c) >= 0;
    }

    private static boolean isDomainPart(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }
}
