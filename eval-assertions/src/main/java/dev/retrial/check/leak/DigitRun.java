package dev.retrial.check.leak;

import dev.retrial.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Groups of digits with single signs between them, as numbers of all kinds are written: {@code +44 (0)20 7946-0958}.
 *
 * @param text the text that it is part of
 * @param start where it begins; at a plus or a bracket where there is one
 * @param end where it ends; behind the last digit
 * @param groups its groups of digits, in order
 */
record DigitRun(String text, int start, int end, List<Span> groups) {

    /** More groups than any number has; the next run begins behind them. */
    private static final int MOST_GROUPS = 24;

    /** Of a telephone number within a town; everything else has more, but for an address of a network, which has points. */
    private static final int FEWEST_DIGITS = 7;

    private static final int POINTS_OF_AN_ADDRESS = 3;
    private static final int DIGITS_OF_A_DAY = 8;

    DigitRun {
        groups = List.copyOf(groups);
    }

    /** Whether a run may start here: at a digit, a plus or a bracket with a digit behind it, that is no part of a word or an identifier. */
    static boolean mayStart(String text, int at) {
        char c = text.charAt(at);
        if (c == '+' || c == '(') {
            int next = at + 1 < text.length() && c == '+' && text.charAt(at + 1) == '(' ? at + 2 : at + 1;
            return next < text.length() && PersonalData.isDigit(text.charAt(next)) && !follows(text, at);
        }
        return PersonalData.isDigit(c) && !follows(text, at);
    }

    /** Whether what stands before this place makes it a part of something longer. */
    private static boolean follows(String text, int at) {
        if (at == 0) {
            return false;
        }
        char before = text.charAt(at - 1);
        if (PersonalData.isWordPart(before)) {
            return true;
        }
        boolean joins = "-/.=&#$\u20AC\u00A3%@\\".indexOf(before) >= 0;
        if (!joins) {
            return false;
        }
        // A dash or a point behind a blank is none of a word.
        return at < 2 || "=&#$\u20AC\u00A3%@\\/".indexOf(before) >= 0 || PersonalData.isWordPart(text.charAt(at - 2));
    }

    /**
     * Where the digits end that begin here, signs between them included, if they are too few for anything personal, or are a day; otherwise where they begin.
     *
     * <p>Nearly all that is written with digits in a suite is a count, an amount or a date, and is not worth more than this.
     */
    static int behindTooFew(String text, int start) {
        int digits = 0;
        int points = 0;
        int at = start;
        for (; at < text.length() && digits <= DIGITS_OF_A_DAY; at++) {
            char c = text.charAt(at);
            if (PersonalData.isDigit(c)) {
                digits++;
            } else if (c == '.') {
                points++;
            } else if (!isSeparator(c) && (c != '+' || at > start)) {
                break;
            }
        }
        boolean few = points < POINTS_OF_AN_ADDRESS
                && (digits < FEWEST_DIGITS || (digits == DIGITS_OF_A_DAY && isDay(text, start)));
        return few ? at : start;
    }

    /** {@code 2026-03-02}, which no telephone number is written like. */
    private static boolean isDay(String text, int at) {
        return at + 9 < text.length()
                && text.charAt(at + 4) == '-'
                && text.charAt(at + 7) == '-'
                && (text.startsWith("20", at) || text.startsWith("19", at))
                && PersonalData.isDigit(text.charAt(at + 2))
                && PersonalData.isDigit(text.charAt(at + 3))
                && PersonalData.isDigit(text.charAt(at + 5))
                && PersonalData.isDigit(text.charAt(at + 6))
                && PersonalData.isDigit(text.charAt(at + 8))
                && PersonalData.isDigit(text.charAt(at + 9));
    }

    static DigitRun at(String text, int start) {
        List<Span> groups = new ArrayList<>();
        int at = start;
        while (!PersonalData.isDigit(text.charAt(at))) {
            at++;
        }
        int quadEnd = endOfDottedQuad(text, at);
        boolean international = text.charAt(start) == '+';
        int end = at;
        while (at < text.length()) {
            int digits = at;
            while (digits < text.length() && PersonalData.isDigit(text.charAt(digits))) {
                digits++;
            }
            if (digits > at) {
                groups.add(new Span(at, digits));
                end = digits;
                at = digits;
                if (groups.size() == MOST_GROUPS || (at == quadEnd && !international)) {
                    break;
                }
            }
            int next = separator(text, at);
            if (next < 0) {
                break;
            }
            boolean apart = next > at + 1 || text.charAt(at) != '.';
            if (apart && !international && endOfDottedQuad(text, next) > 0) {
                break;
            }
            at = next;
        }
        return new DigitRun(text, start, end, groups);
    }

    /** Where four numbers of a byte each with points between them end, as an address of a network is written, or -1; what stands beside them is not of it. */
    private static int endOfDottedQuad(String text, int start) {
        int at = start;
        for (int number = 0; number < 4; number++) {
            int value = 0;
            int from = at;
            while (at < text.length() && at - from < 4 && PersonalData.isDigit(text.charAt(at))) {
                value = value * 10 + text.charAt(at) - '0';
                at++;
            }
            if (at == from || value > 255) {
                return -1;
            }
            boolean point =
                    at + 1 < text.length() && text.charAt(at) == '.' && PersonalData.isDigit(text.charAt(at + 1));
            if (point != number < 3) {
                return -1;
            }
            at += point ? 1 : 0;
        }
        return at;
    }

    /** Where the next group begins, behind a sign or a bracket and at most one blank beside it; -1 where none does. */
    private static int separator(String text, int from) {
        int at = from;
        int signs = 0;
        while (at < text.length() && signs < 3) {
            char c = text.charAt(at);
            if (PersonalData.isDigit(c)) {
                return at > from ? at : -1;
            }
            if (c != '.' && !isSeparator(c)) {
                return -1;
            }
            signs++;
            at++;
        }
        return at < text.length() && at > from && PersonalData.isDigit(text.charAt(at)) ? at : -1;
    }

    /** What stands between groups of digits, but for the point. */
    private static boolean isSeparator(char c) {
        return c == ' '
                || c == '-'
                || c == '/'
                || c == '('
                || c == ')'
                || (c > 0x7F && (c == '\u00A0' || c == '\u202F' || c == '\u2011' || c == '\u2013'));
    }

    /** How many digits there are. */
    int digits() {
        int digits = 0;
        for (Span group : groups) {
            digits += group.end() - group.start();
        }
        return digits;
    }

    /** The digits of the groups from one to before another. */
    String digits(int from, int until) {
        StringBuilder digits = new StringBuilder();
        for (Span group : groups.subList(from, until)) {
            digits.append(text, group.start(), group.end());
        }
        return digits.toString();
    }

    /** What stands between a group and the next one. */
    String between(int group) {
        return text.substring(groups.get(group).end(), groups.get(group + 1).start());
    }

    /** Whether something is glued to the end that makes the run a part of it. */
    boolean isContinued() {
        return end < text.length()
                && (PersonalData.isWordPart(text.charAt(end)) || "%$\u20AC\u00A3@".indexOf(text.charAt(end)) >= 0);
    }

    int length(int group) {
        return groups.get(group).end() - groups.get(group).start();
    }
}
