package dev.retrial.wording;

import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;

/** Numbers and texts as all outputs show them. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Texts {

    private Texts() {}

    /** At most so many characters, an ellipsis included; never half a character. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** In one line, without control characters, marks that turn the direction of text, or halves of characters. */
    public static String line(String text) {
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

    /** What nobody sees and what can make a sentence read otherwise than it is; but the joiner, which makes one picture of several. */
    private static boolean isUnseen(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> true;
            case Character.FORMAT -> c != '\u200D';
            default -> c == '\uFFFE' || c == '\uFFFF';
        };
    }

    /** {@code 67 %}; of what is almost all, one digit more, so that it does not read as all. */
    public static String percent(double share) {
        if (Double.isNaN(share)) {
            return "–";
        }
        double percent = share * 100;
        long whole = Math.round(percent);
        boolean hidden = (whole == 100 && share < 1) || (whole == 0 && share > 0);
        return hidden ? String.format(Locale.ROOT, "%.1f %%", percent) : whole + " %";
    }

    /** {@code 35–88 %}; of a narrow interval, one digit more. */
    public static String interval(double low, double high) {
        String format = high - low < .02 ? "%.1f–%.1f %%" : "%.0f–%.0f %%";
        return String.format(Locale.ROOT, format, low * 100, high * 100);
    }

    /** {@code 12,345}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 cell}, {@code 2 cells}. */
    public static String count(long number, String noun) {
        return count(number) + " " + (number == 1 ? noun : plural(noun));
    }

    private static String plural(String noun) {
        return noun.endsWith("y") && !noun.endsWith("ay") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }

    /** {@code 480 ms}, {@code 9.8 s}, {@code 12 min}, {@code 2.5 h}. */
    public static String duration(long millis) {
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 120_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1e3);
        }
        return millis < 7_200_000 ? millis / 60_000 + " min" : String.format(Locale.ROOT, "%.1f h", millis / 3.6e6);
    }

    /** {@code +4}, {@code −12}: percentage points from one share to another. */
    public static String points(double before, double now) {
        long points = Math.round(now * 100) - Math.round(before * 100);
        return points == 0 ? "±0" : points > 0 ? "+" + points : "−" + -points;
    }

    /** {@code a, b, c, …}. */
    public static String some(List<String> names, int most) {
        String text = String.join(", ", names.subList(0, Math.min(most, names.size())));
        return names.size() > most ? text + ", …" : text;
    }
}
