package dev.retrial.tickets.redact;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Moves all dates of a ticket by the same number of whole weeks, one to eight into the past: weekdays and intervals stay, and with them what a policy says.
 *
 * <p>Words such as "yesterday", months and years that stand alone, and dates without separators stay as they are.
 */
final class DateShift {

    private static final int MOST_WEEKS = 8;
    private static final long FIRST_SECOND = 946_684_800L;
    private static final long LAST_SECOND = 2_208_988_800L;

    private final int days;
    private final int year;
    private final boolean monthFirst;

    DateShift(RedactionKey key, String scope, @Nullable Instant opened, String region) {
        this.days = -7 * (1 + (int) (key.number("weeks|" + scope) % MOST_WEEKS));
        this.year = opened == null ? 0 : opened.atOffset(ZoneOffset.UTC).getYear();
        this.monthFirst = region.equals("US");
    }

    Instant shift(Instant instant) {
        try {
            return instant.plus(Duration.ofDays(days));
        } catch (DateTimeException | ArithmeticException e) {
            return instant;
        }
    }

    /** A number of seconds or milliseconds of this century, shifted; null for any other. */
    @Nullable
    Long epoch(long number) {
        long seconds = Duration.ofDays(days).toSeconds();
        if (number >= FIRST_SECOND && number < LAST_SECOND) {
            return number + seconds;
        }
        return number >= FIRST_SECOND * 1000 && number < LAST_SECOND * 1000
                ? Long.valueOf(number + seconds * 1000)
                : null;
    }

    void find(String text, List<Hit> hits) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Letters.isDigit(c)) {
                int end = at;
                while (end < text.length() && Letters.isDigit(text.charAt(end))) {
                    end++;
                }
                boolean begins = at == 0 || (!Letters.isWordPart(text.charAt(at - 1)) && !isInside(text, at - 1));
                Hit hit = begins ? fromDigits(text, at, end) : null;
                if (hit != null) {
                    hits.add(hit);
                    end = hit.end();
                }
                at = end - 1;
            } else if (Letters.isLetter(c)) {
                int end = Letters.end(text, at);
                Hit hit = end - at <= 10 ? fromMonth(text, at, end) : null;
                if (hit != null) {
                    hits.add(hit);
                    end = hit.end();
                }
                at = end - 1;
            }
        }
    }

    private static boolean isInside(String text, int sign) {
        return "-./".indexOf(text.charAt(sign)) >= 0 && sign > 0 && Letters.isWordPart(text.charAt(sign - 1));
    }

    private @Nullable Hit fromDigits(String text, int start, int end) {
        int length = end - start;
        if (end >= text.length()) {
            return null;
        }
        char sign = text.charAt(end);
        if (length == 4 && (sign == '-' || sign == '/' || sign == '.')) {
            return yearFirst(text, start, end, sign);
        }
        if (length > 2) {
            return null;
        }
        Hit numeric = sign == '.' || sign == '/' || sign == '-' ? yearLast(text, start, end, sign) : null;
        return numeric == null ? dayAndMonth(text, start, end) : numeric;
    }

    /** 2026-03-02, with or without a time behind it. */
    private @Nullable Hit yearFirst(String text, int start, int end, char sign) {
        int month = digitsEnd(text, end + 1, 2);
        if (month <= end + 1 || month >= text.length() || text.charAt(month) != sign) {
            return null;
        }
        int day = digitsEnd(text, month + 1, 2);
        if (day <= month + 1 || (day < text.length() && Letters.isDigit(text.charAt(day)))) {
            return null;
        }
        LocalDate date = date(number(text, start, end), number(text, end + 1, month), number(text, month + 1, day));
        return date == null
                ? null
                : hit(
                        start,
                        day,
                        date.getYear() + "" + sign + two(date.getMonthValue(), month - end - 1) + sign
                                + two(date.getDayOfMonth(), day - month - 1));
    }

    /** 02.03.2026, 3/2/26. */
    private @Nullable Hit yearLast(String text, int start, int end, char sign) {
        int second = digitsEnd(text, end + 1, 2);
        if (second <= end + 1) {
            return null;
        }
        boolean yearless = sign == '.'
                && year > 0
                && (second + 1 >= text.length()
                        || text.charAt(second) == '.' && !Letters.isDigit(text.charAt(second + 1)));
        boolean more = second < text.length() && text.charAt(second) == sign;
        int yearEnd = more ? digitsEnd(text, second + 1, 4) : second;
        int digits = yearEnd - second - 1;
        if (!more || (digits != 2 && digits != 4)) {
            return yearless && more ? german(text, start, end, second) : null;
        }
        if (yearEnd < text.length()
                && (Letters.isWordPart(text.charAt(yearEnd))
                        || (text.charAt(yearEnd) == sign
                                && yearEnd + 1 < text.length()
                                && Letters.isDigit(text.charAt(yearEnd + 1))))) {
            return null;
        }
        int first = number(text, start, end);
        int other = number(text, end + 1, second);
        int full = number(text, second + 1, yearEnd) + (digits == 2 ? 2000 : 0);
        boolean dayFirst = sign == '.' || first > 12 || (other <= 12 && !monthFirst);
        LocalDate date = dayFirst ? date(full, other, first) : date(full, first, other);
        if (date == null) {
            return null;
        }
        int a = dayFirst ? date.getDayOfMonth() : date.getMonthValue();
        int b = dayFirst ? date.getMonthValue() : date.getDayOfMonth();
        String made = String.format(Locale.ROOT, "%02d", date.getYear() % 100);
        return hit(
                start,
                yearEnd,
                two(a, end - start)
                        + sign
                        + two(b, second - end - 1)
                        + sign
                        + (digits == 2 ? made : Integer.toString(date.getYear())));
    }

    /** "am 02.03." */
    private @Nullable Hit german(String text, int start, int end, int second) {
        LocalDate date = date(year, number(text, end + 1, second), number(text, start, end));
        return date == null
                ? null
                : hit(
                        start,
                        second,
                        two(date.getDayOfMonth(), end - start) + "." + two(date.getMonthValue(), second - end - 1));
    }

    /** "2 March 2026", "2nd of March", "2. März", "2 de marzo de 2026", "1er mars". */
    private @Nullable Hit dayAndMonth(String text, int start, int end) {
        int at = end;
        int letters = Letters.end(text, at);
        boolean ordinal = letters > at && isOrdinal(text.substring(at, letters));
        if (ordinal) {
            at = letters;
        } else if (at < text.length() && text.charAt(at) == '.') {
            at++;
        }
        int word = blanks(text, at);
        if (word == at && at == end) {
            return null;
        }
        int link = Letters.end(text, word);
        String between = text.substring(word, link);
        if (between.equals("of") || between.equals("de")) {
            word = blanks(text, link);
        }
        int wordEnd = Letters.end(text, word);
        MonthWord month = wordEnd - word <= 10 && wordEnd > word ? MonthWord.of(text.substring(word, wordEnd)) : null;
        if (month == null) {
            return null;
        }
        month = text.charAt(end) == '.' ? month.german() : month;
        int yearStart = yearBehind(text, wordEnd);
        int written = yearStart < 0 ? year : number(text, yearStart, yearStart + 4);
        LocalDate date = date(written, month.month(), number(text, start, end));
        if (date == null) {
            return null;
        }
        String day = two(date.getDayOfMonth(), end - start > 1 && text.charAt(start) == '0' ? 2 : 1);
        String made = day
                + (ordinal ? ordinalOf(date.getDayOfMonth(), text.substring(end, letters)) : text.substring(end, at))
                + text.substring(at, word)
                + month.other(date.getMonthValue());
        return yearStart < 0
                ? hit(start, wordEnd, made)
                : hit(start, yearStart + 4, made + text.substring(wordEnd, yearStart) + date.getYear());
    }

    /** "March 2, 2026", "Mar. 2nd". */
    private @Nullable Hit fromMonth(String text, int start, int end) {
        int at = end < text.length() && text.charAt(end) == '.' ? end + 1 : end;
        int day = blanks(text, at);
        int dayEnd = digitsEnd(text, day, 2);
        if (day == end || dayEnd <= day || (dayEnd < text.length() && Letters.isDigit(text.charAt(dayEnd)))) {
            return null;
        }
        MonthWord month = MonthWord.of(text.substring(start, end));
        if (month == null || (dayEnd < text.length() && ":%".indexOf(text.charAt(dayEnd)) >= 0)) {
            return null;
        }
        int letters = Letters.end(text, dayEnd);
        boolean ordinal = letters > dayEnd && isOrdinal(text.substring(dayEnd, letters));
        if (letters > dayEnd && !ordinal) {
            return null;
        }
        int behind = ordinal ? letters : dayEnd;
        int yearStart = yearBehind(text, behind);
        int written = yearStart < 0 ? year : number(text, yearStart, yearStart + 4);
        LocalDate date = date(written, month.month(), number(text, day, dayEnd));
        if (date == null) {
            return null;
        }
        String made = month.other(date.getMonthValue())
                + text.substring(end, day)
                + two(date.getDayOfMonth(), text.charAt(day) == '0' ? 2 : 1)
                + (ordinal ? ordinalOf(date.getDayOfMonth(), text.substring(dayEnd, letters)) : "");
        return yearStart < 0
                ? hit(start, behind, made)
                : hit(start, yearStart + 4, made + text.substring(behind, yearStart) + date.getYear());
    }

    /** Where the year stands behind a date, after a comma or "de"; -1 where there is none. */
    private static int yearBehind(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ',' || text.charAt(at) == '.')) {
            at++;
        }
        at = blanks(text, at);
        if (text.startsWith("de ", at)) {
            at += 3;
        }
        int end = digitsEnd(text, at, 4);
        boolean is = end - at == 4
                && at > from
                && (text.charAt(at) == '1' || text.charAt(at) == '2')
                && (end == text.length() || !Letters.isWordPart(text.charAt(end)));
        return is ? at : -1;
    }

    private static boolean isOrdinal(String letters) {
        return switch (letters) {
            case "st", "nd", "rd", "th", "er" -> true;
            default -> false;
        };
    }

    private static String ordinalOf(int day, String written) {
        if (written.equals("er")) {
            return day == 1 ? "er" : "";
        }
        return switch (day % 10) {
            case 1 -> day == 11 ? "th" : "st";
            case 2 -> day == 12 ? "th" : "nd";
            case 3 -> day == 13 ? "th" : "rd";
            default -> "th";
        };
    }

    private static Hit hit(int start, int end, String replacement) {
        return new Hit(start, end, EntityType.DATE, 0.9, replacement);
    }

    private @Nullable LocalDate date(int year, int month, int day) {
        if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day).plusDays(days);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String two(int number, int digits) {
        return digits >= 2 && number < 10 ? "0" + number : Integer.toString(number);
    }

    private static int number(String text, int start, int end) {
        return Integer.parseInt(text.substring(start, end));
    }

    private static int digitsEnd(String text, int from, int most) {
        int end = from;
        while (end < text.length() && end - from < most && Letters.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int blanks(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\u00A0')) {
            at++;
        }
        return at;
    }
}
