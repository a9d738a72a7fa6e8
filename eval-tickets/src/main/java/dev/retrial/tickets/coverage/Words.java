package dev.retrial.tickets.coverage;

import dev.retrial.suite.FailureClass;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words and numbers as every rendering shows them. */
final class Words {

    private Words() {}

    /** At most so many characters, an ellipsis included; never half a character. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** In one line, without control characters, marks that turn the direction of text, or halves of characters. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair && (Character.isWhitespace(c) || isUnseen(c))) {
                gap = true;
                continue;
            }
            if (gap && !line.isEmpty()) {
                line.append(' ');
            }
            gap = false;
            line.append(c);
            if (pair) {
                line.append(text.charAt(++i));
            }
        }
        return line.toString();
    }

    private static boolean isUnseen(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> true;
            default -> c == '\uFFFE' || c == '\uFFFF';
        };
    }

    static String failure(@Nullable FailureClass failure) {
        return failure == null ? "class not told" : failure.key().replace('-', ' ');
    }

    /** {@code 67 %}; of what is almost all or almost nothing, one digit more. */
    static String percent(double share) {
        if (Double.isNaN(share)) {
            return "–";
        }
        long whole = Math.round(share * 100);
        boolean hidden = (whole == 100 && share < 1) || (whole == 0 && share > 0);
        return hidden ? String.format(Locale.ROOT, "%.1f %%", share * 100) : whole + " %";
    }

    /** {@code 35–88 %}; of a narrow interval, one digit more. */
    static String interval(Share share) {
        if (!share.isKnown()) {
            return "–";
        }
        String format = share.high() - share.low() < .02 ? "%.1f–%.1f %%" : "%.0f–%.0f %%";
        return String.format(Locale.ROOT, format, share.low() * 100, share.high() * 100);
    }

    /** {@code 12,345}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 ticket}, {@code 2 tickets}. */
    static String count(long number, String noun) {
        return count(number) + " " + (number == 1 ? noun : plural(noun));
    }

    private static String plural(String noun) {
        return noun.endsWith("y") && !noun.endsWith("ay") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }

    /** {@code 0.48}, or a dash of nothing. */
    static String rank(double mean) {
        return Double.isNaN(mean) ? "–" : String.format(Locale.ROOT, "%.2f", mean);
    }
}
