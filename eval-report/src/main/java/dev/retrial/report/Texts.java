package dev.retrial.report;

import java.util.List;
import java.util.Locale;

/** Numbers and texts as all outputs show them. */
final class Texts {

    private Texts() {}

    /** At most so many characters, an ellipsis included; never half a character. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** In one line, without control characters. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isISOControl(c) || isInvisible(c)) {
                gap = true;
            } else {
                if (gap && !line.isEmpty()) {
                    line.append(' ');
                }
                gap = false;
                line.append(c);
            }
        }
        return line.toString();
    }

    /** Marks that turn the direction of text, by which a sentence can be made to read otherwise than it is. */
    private static boolean isInvisible(char c) {
        return (c >= '\u200B' && c <= '\u200F' && c != '\u200D')
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\uFEFF';
    }

    /** {@code 67 %}; of what is almost all, one digit more, so that it does not read as all. */
    static String percent(double share) {
        if (Double.isNaN(share)) {
            return "–";
        }
        double percent = share * 100;
        long whole = Math.round(percent);
        boolean hidden = (whole == 100 && share < 1) || (whole == 0 && share > 0);
        return hidden ? String.format(Locale.ROOT, "%.1f %%", percent) : whole + " %";
    }

    /** {@code 35–88 %}; of a narrow interval, one digit more. */
    static String interval(Rate rate) {
        if (!rate.isKnown()) {
            return "–";
        }
        String format = rate.high() - rate.low() < .02 ? "%.1f–%.1f %%" : "%.0f–%.0f %%";
        return String.format(Locale.ROOT, format, rate.low() * 100, rate.high() * 100);
    }

    /** {@code 12,345}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 cell}, {@code 2 cells}. */
    static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 480 ms}, {@code 9.8 s}, {@code 12 min}, {@code 2.5 h}. */
    static String duration(long millis) {
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 120_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1e3);
        }
        return millis < 7_200_000 ? millis / 60_000 + " min" : String.format(Locale.ROOT, "%.1f h", millis / 3.6e6);
    }

    /** {@code +4}, {@code −12}: percentage points from one share to another. */
    static String points(double before, double now) {
        long points = Math.round(now * 100) - Math.round(before * 100);
        return points == 0 ? "±0" : points > 0 ? "+" + points : "−" + -points;
    }

    /** {@code a, b, c, …}. */
    static String some(List<String> names, int most) {
        String text = String.join(", ", names.subList(0, Math.min(most, names.size())));
        return names.size() > most ? text + ", …" : text;
    }
}
