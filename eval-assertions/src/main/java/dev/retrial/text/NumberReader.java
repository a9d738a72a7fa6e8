package dev.retrial.text;

import org.jspecify.annotations.Nullable;

/** Reads a number in the ways people write one; looks at a text, and moves along it only as far as the number goes. */
final class NumberReader {

    private final String text;

    /** Where the number that was read last ends. */
    int end;

    /** Its digits before the point, as written but for grouping; leading zeros stay, since they make an identifier. */
    final StringBuilder digits = new StringBuilder();

    /** Its digits behind the point as written, or empty. */
    final StringBuilder fraction = new StringBuilder();

    NumberReader(String text) {
        this.text = text;
    }

    /** Reads the number that begins here, where a digit stands; false where it turns out to be a part of a word or of a version. */
    boolean read(int start) {
        digits.setLength(0);
        fraction.setLength(0);
        int at = digitsFrom(start);
        append(digits, start, at);
        char grouping = at - start <= 3 ? groupingAt(start, at) : 0;
        if (grouping != 0) {
            while (at < text.length() && text.charAt(at) == grouping) {
                int groupEnd = digitsFrom(at + 1);
                int length = groupEnd - at - 1;
                if (length != 3 && !(length == 2 && grouping == ',' && threeFollow(groupEnd))) {
                    break;
                }
                append(digits, at + 1, groupEnd);
                at = groupEnd;
            }
        }
        if (at + 1 < text.length() && Character.isDigit(text.charAt(at + 1))) {
            char point = text.charAt(at);
            int fractionEnd = digitsFrom(at + 1);
            if (point == '.' && grouping != '.') {
                if (fractionEnd + 1 < text.length()
                        && text.charAt(fractionEnd) == '.'
                        && Character.isDigit(text.charAt(fractionEnd + 1))) {
                    return false;
                }
                append(fraction, at + 1, fractionEnd);
                at = fractionEnd;
            } else if (point == ',' && grouping != ',' && fractionEnd - at - 1 <= 2 && !isInList(start, fractionEnd)) {
                append(fraction, at + 1, fractionEnd);
                at = fractionEnd;
            }
        }
        end = at;
        return at == text.length() || !Letters.isWordPart(text.codePointAt(at));
    }

    /** Takes {@code 1.500} for fifteen hundred: where a currency stands behind it, since of none there are thousandths. */
    void readPointAsGrouping() {
        if (fraction.length() == 3 && digits.length() <= 3 && digits.charAt(0) != '0') {
            digits.append(fraction);
            fraction.setLength(0);
        }
    }

    private char groupingAt(int start, int at) {
        if (at + 3 >= text.length() || text.charAt(start) == '0') {
            return 0;
        }
        char c = text.charAt(at);
        int groupEnd = digitsFrom(at + 1);
        int length = groupEnd - at - 1;
        return switch (c) {
            case ',' -> length == 3 || (length == 2 && threeFollow(groupEnd)) ? c : 0;
            case '\'', '\u2019', '\u00A0', '\u202F', '\u2009' -> length == 3 ? c : 0;
            // A single point before three digits is a decimal one, unless it turns out that they count money.
            case '.' -> length == 3 && (threeFollow(groupEnd, '.') || commaDecimals(groupEnd)) ? c : 0;
            default -> 0;
        };
    }

    private boolean threeFollow(int at) {
        // As in 1,00,000: groups of two, and three at the end.
        int next = at;
        while (next < text.length() && text.charAt(next) == ',') {
            int groupEnd = digitsFrom(next + 1);
            if (groupEnd - next - 1 == 3) {
                return true;
            }
            if (groupEnd - next - 1 != 2 || next - at > 30) {
                return false;
            }
            next = groupEnd;
        }
        return false;
    }

    private boolean threeFollow(int at, char separator) {
        return at < text.length() && text.charAt(at) == separator && digitsFrom(at + 1) - at - 1 == 3;
    }

    private boolean commaDecimals(int at) {
        if (at >= text.length() || text.charAt(at) != ',') {
            return false;
        }
        int length = digitsFrom(at + 1) - at - 1;
        return length == 1 || length == 2;
    }

    /** Whether another number stands before or behind, with only a comma between, as in {@code 1,2,3}. */
    private boolean isInList(int start, int fractionEnd) {
        return (start > 1 && text.charAt(start - 1) == ',' && Character.isDigit(text.charAt(start - 2)))
                || (fractionEnd + 1 < text.length()
                        && text.charAt(fractionEnd) == ','
                        && Character.isDigit(text.charAt(fractionEnd + 1)));
    }

    /** The offset behind the digits that begin here. */
    int digitsFrom(int start) {
        int at = start;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private void append(StringBuilder to, int from, int until) {
        for (int i = from; i < until; i++) {
            // A number of more digits than this is an attack; it equals no other number.
            if (to.length() > Tokens.LONGEST) {
                return;
            }
            to.append((char) ('0' + Character.digit(text.charAt(i), 10)));
        }
    }

    /** What the number counts, where that follows it, or null; {@link #end} moves behind it. */
    @Nullable
    String unitBehind() {
        int at = end;
        if (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        if (at >= text.length()) {
            return null;
        }
        char c = text.charAt(at);
        if (c == '%' || c == '\uFF05') {
            end = at + 1;
            return "%";
        }
        String currency = Money.ofSign(c);
        if (currency != null) {
            // In "5 $10 vouchers" the sign belongs to the next number.
            int next = at + 1;
            if (next < text.length() && isBlank(text.charAt(next))) {
                next++;
            }
            if (next < text.length() && Character.isDigit(text.charAt(next))) {
                return null;
            }
            end = at + 1;
            return currency;
        }
        if (at == end) {
            return null;
        }
        int wordEnd = at;
        while (wordEnd < text.length() && wordEnd - at <= 8 && Letters.isWordPart(text.charAt(wordEnd))) {
            wordEnd++;
        }
        String named = Money.ofWord(text.subSequence(at, wordEnd));
        if (named != null) {
            end = wordEnd;
        }
        return named;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009';
    }
}
