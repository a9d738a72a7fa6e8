package dev.retrial.text;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Finds the particulars that a text states: amounts, dates, periods, identifiers and links.
 *
 * <p>Numbers and dates are read as {@link Phrase} reads them. Blocks of code are left out, since they are examples and no statements.
 * It takes time in proportion to the text, and keeps no more than some hundred of them.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Particulars {

    private static final int MOST = 500;
    private static final int LONGEST_ID = 60;
    private static final int LONGEST_LINK = 400;

    private final String text;
    private final Set<Particular> found;

    private Particulars(String text, Set<Particular> found) {
        this.text = text;
        this.found = found;
    }

    /** Adds what the text states. */
    public static void addTo(Set<Particular> found, String markdown) {
        Particulars reader = new Particulars(withoutCodeBlocks(markdown), found);
        // Links first: what looks like a date or an identifier within an address is a part of it.
        String rest = reader.readLinks();
        Particulars others = new Particulars(rest, found);
        others.readIdentifiers();
        others.readFigures();
    }

    /** What the text states. */
    public static Set<Particular> of(String markdown) {
        Set<Particular> found = new LinkedHashSet<>();
        addTo(found, markdown);
        return found;
    }

    private void add(Particular.Kind kind, String form) {
        if (found.size() < MOST) {
            found.add(new Particular(kind, form));
        }
    }

    private static String withoutCodeBlocks(String markdown) {
        if (!markdown.contains("```") && !markdown.contains("~~~")) {
            return markdown;
        }
        StringBuilder prose = new StringBuilder(markdown.length());
        boolean inside = false;
        int at = 0;
        while (at < markdown.length()) {
            int end = markdown.indexOf('\n', at);
            String line = markdown.substring(at, end < 0 ? markdown.length() : end);
            String start = line.stripLeading();
            if (start.startsWith("```") || start.startsWith("~~~")) {
                inside = !inside;
            } else if (!inside) {
                prose.append(line);
            }
            prose.append('\n');
            at = end < 0 ? markdown.length() : end + 1;
        }
        return prose.toString();
    }

    /** Reads the links, and returns the text with blanks in their places. */
    private String readLinks() {
        int at = text.indexOf("://");
        if (at < 0) {
            return text;
        }
        StringBuilder rest = new StringBuilder(text);
        while (at >= 0) {
            int start = at;
            while (start > 0 && isLatinLetter(text.charAt(start - 1)) && at - start < 8) {
                start--;
            }
            int end = at + 3;
            while (end < text.length() && isOfLink(text.charAt(end))) {
                end++;
            }
            int last = end;
            while (last > at + 3 && ".,;:!?)'*_/".indexOf(text.charAt(last - 1)) >= 0) {
                last--;
            }
            if (start < at && last > at + 3) {
                add(Particular.Kind.LINK, text.substring(start, Math.min(last, start + LONGEST_LINK)));
            }
            for (int i = start; i < end; i++) {
                rest.setCharAt(i, ' ');
            }
            at = text.indexOf("://", end);
        }
        return rest.toString();
    }

    private static boolean isOfLink(char c) {
        return c > ' ' && c != '<' && c != '>' && c != '"' && c != '`' && c != ']' && c != ')' && !Letters.isSpace(c);
    }

    private static boolean isLatinLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isLatinOrDigit(char c) {
        return isLatinLetter(c) || (c >= '0' && c <= '9');
    }

    private void readIdentifiers() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#' && at + 1 < text.length() && isLatinOrDigit(text.charAt(at + 1))) {
                at = readNumbered(at);
            } else if (isLatinOrDigit(c)) {
                int end = identifierEnd(at);
                if (isIdentifier(at, end)) {
                    add(Particular.Kind.ID, text.substring(at, end).toUpperCase(Locale.ROOT));
                }
                at = end;
            } else {
                at += Letters.isWordPart(c) ? wordLength(at) : 1;
            }
        }
    }

    /** Reads {@code #4711}. */
    private int readNumbered(int sign) {
        int end = sign + 1;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        if (end - sign > 2
                && end - sign < LONGEST_ID
                && (end == text.length() || !Letters.isWordPart(text.charAt(end)))) {
            add(Particular.Kind.ID, text.substring(sign, end));
            return end;
        }
        return sign + 1;
    }

    private int wordLength(int start) {
        int at = start;
        while (at < text.length() && Letters.isWordPart(text.charAt(at))) {
            at++;
        }
        return at - start;
    }

    /** Behind the letters and digits, with single hyphens and underscores between them, that begin here. */
    private int identifierEnd(int start) {
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean joins = (c == '-' || c == '_')
                    && at + 1 < text.length()
                    && isLatinOrDigit(text.charAt(at + 1))
                    && isLatinOrDigit(text.charAt(at - 1));
            if (!joins && !Letters.isWordPart(c)) {
                break;
            }
            at++;
        }
        return at;
    }

    /**
     * {@code A-1042}, {@code acct_3310}, {@code INV-2026-0117}, {@code REQ48151}: begins with letters, has a number of two digits or more, and looks as
     * no word does. {@code 30-day}, {@code 2FA}, {@code top-10} and {@code SOC 2} are none.
     */
    private boolean isIdentifier(int start, int end) {
        if (end - start > LONGEST_ID || !isLatinLetter(text.charAt(start))) {
            return false;
        }
        int digits = 0;
        int mostDigits = 0;
        boolean lower = false;
        boolean hyphen = false;
        boolean underscore = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                mostDigits = Math.max(mostDigits, ++digits);
                continue;
            }
            digits = 0;
            hyphen |= c == '-';
            underscore |= c == '_';
            lower |= c >= 'a' && c <= 'z';
            if (c > 'z') {
                return false;
            }
        }
        if (underscore) {
            return mostDigits >= 2;
        }
        return !lower && mostDigits >= (hyphen ? 2 : 3);
    }

    private void readFigures() {
        Tokens tokens = new Tokens(text);
        String number = null;
        boolean business = false;
        while (tokens.next()) {
            switch (tokens.kind) {
                case NUMBER -> {
                    String value = value(tokens);
                    number = tokens.unit == null ? value : null;
                    business = false;
                    if (tokens.unit != null && !tokens.overlong) {
                        add(Particular.Kind.AMOUNT, tokens.unit.equals("%") ? value + "%" : value + " " + tokens.unit);
                    }
                }
                case DATE -> {
                    number = null;
                    add(Particular.Kind.DATE, date(tokens));
                }
                case SIGN -> number = isHyphen(tokens) ? number : null;
                case WORD -> {
                    String word = tokens.word.length() > 12 ? "" : tokens.word.toString();
                    String unit = number == null ? null : unit(word);
                    if (unit != null) {
                        add(Particular.Kind.PERIOD, number + (business ? " business " : " ") + unit);
                        number = null;
                    } else if (number != null && (word.equals("business") || word.equals("working"))) {
                        business = true;
                    } else {
                        number = spelled(word);
                        business = false;
                    }
                }
            }
        }
    }

    private static boolean isHyphen(Tokens token) {
        return token.word.length() == 1 && token.word.charAt(0) == '-';
    }

    private static String value(Tokens token) {
        int start = 0;
        StringBuilder digits = token.digits();
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        StringBuilder fraction = token.fraction();
        int end = fraction.length();
        while (end > 0 && fraction.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(start) + (end == 0 ? "" : "." + fraction.substring(0, end));
    }

    private static String date(Tokens token) {
        StringBuilder date = new StringBuilder(10);
        padded(date, token.year(), 4);
        padded(date.append('-'), token.month(), 2);
        padded(date.append('-'), token.day(), 2);
        return date.toString();
    }

    private static void padded(StringBuilder to, int value, int width) {
        String digits = Integer.toString(value);
        for (int i = digits.length(); i < width; i++) {
            to.append('0');
        }
        to.append(digits);
    }

    private static @Nullable String unit(String word) {
        return switch (word) {
            case "minute", "minutes", "minuten" -> "minutes";
            case "hour", "hours", "stunde", "stunden" -> "hours";
            case "day", "days", "tag", "tage", "tagen" -> "days";
            case "week", "weeks", "woche", "wochen" -> "weeks";
            case "month", "months", "monat", "monate", "monaten" -> "months";
            case "year", "years", "jahr", "jahre", "jahren" -> "years";
            default -> null;
        };
    }

    private static @Nullable String spelled(String word) {
        return switch (word) {
            case "one" -> "1";
            case "two" -> "2";
            case "three" -> "3";
            case "four" -> "4";
            case "five" -> "5";
            case "six" -> "6";
            case "seven" -> "7";
            case "eight" -> "8";
            case "nine" -> "9";
            case "ten" -> "10";
            case "twelve" -> "12";
            case "fourteen" -> "14";
            case "thirty" -> "30";
            case "sixty" -> "60";
            case "ninety" -> "90";
            default -> null;
        };
    }
}
