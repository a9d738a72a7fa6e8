package dev.retrial.tickets.triage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number of something that a policy may be about.
 *
 * @param unit {@code day}, {@code month}, {@code money}, {@code percent} and the like; one word for all languages
 * @param value the number, as its digits
 * @param start where it begins
 * @param end behind its last character
 */
record Quantity(String unit, String value, int start, int end) {

    private static final int MOST = 200;

    /** Those of a text, in order. */
    static List<Quantity> in(WordScan scan) {
        List<Quantity> found = new ArrayList<>();
        for (int i = 0; i < scan.count && found.size() < MOST; i++) {
            String digits = digits(scan.words[i]);
            if (digits == null) {
                continue;
            }
            String unit = unit(scan, i, digits.length());
            if (unit != null) {
                found.add(new Quantity(unit, withoutZeros(digits), scan.starts[i], scan.ends[i]));
            }
        }
        return found;
    }

    /** The digits that a word begins with, or null. */
    private static @Nullable String digits(String word) {
        int end = 0;
        while (end < word.length() && end < 9 && Character.isDigit(word.charAt(end))) {
            end++;
        }
        return end == 0 ? null : word.substring(0, end);
    }

    private static String withoutZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }

    private static @Nullable String unit(WordScan scan, int at, int digits) {
        String text = scan.text;
        int before = scan.starts[at] - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        if (before >= 0 && Character.getType(text.charAt(before)) == Character.CURRENCY_SYMBOL) {
            return "money";
        }
        String word = scan.words[at];
        if (word.length() > digits) {
            return known(word.substring(digits));
        }
        int behind = scan.ends[at];
        int cents = behind;
        if (behind + 2 < text.length() && (text.charAt(behind) == ',' || text.charAt(behind) == '.')) {
            cents = behind + 1;
            while (cents < text.length() && Character.isDigit(text.charAt(cents))) {
                cents++;
            }
        }
        while (cents < text.length()
                && (text.charAt(cents) == ' ' || text.charAt(cents) == '-' || text.charAt(cents) == '\u00A0')) {
            cents++;
        }
        if (cents < text.length()) {
            char sign = text.charAt(cents);
            if (sign == '%') {
                return "percent";
            }
            if (Character.getType(sign) == Character.CURRENCY_SYMBOL || sign == '\u5186') {
                return "money";
            }
        }
        int next = at + 1;
        if (next < scan.count && scan.starts[next] < cents) {
            next++;
        }
        if (next >= scan.count || scan.starts[next] - behind > 8) {
            return null;
        }
        String unit = known(scan.words[next]);
        // "30 working days", "14 full days"
        return unit == null && next + 1 < scan.count && scan.starts[next + 1] - scan.ends[next] == 1
                ? known(scan.words[next + 1])
                : unit;
    }

    private static @Nullable String known(String word) {
        return switch (word) {
            case "day",
                    "days",
                    "tag",
                    "tage",
                    "tagen",
                    "jour",
                    "jours",
                    "d\u00EDa",
                    "d\u00EDas",
                    "d",
                    "werktage",
                    "werktagen" -> "day";
            case "week", "weeks", "woche", "wochen", "semaine", "semaines", "semana", "semanas" -> "week";
            case "month", "months", "monat", "monate", "monaten", "mois", "mes", "meses" -> "month";
            case "year", "years", "jahr", "jahre", "jahren", "an", "ans", "a\u00F1o", "a\u00F1os" -> "year";
            case "hour", "hours", "stunde", "stunden", "heure", "heures", "hora", "horas" -> "hour";
            case "percent", "prozent", "pour" -> "percent";
            case "euro", "euros", "eur", "usd", "dollar", "dollars", "gbp", "pounds", "chf", "yen" -> "money";
            default -> word.startsWith("\u65E5") ? "day" : word.startsWith("\u5186") ? "money" : null;
        };
    }

    boolean isSame(Quantity other) {
        return unit.equals(other.unit) && value.equals(other.value);
    }
}
