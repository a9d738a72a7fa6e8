package dev.retrial.suite.yaml;

/** What a scalar without quotes is to readers of YAML; the strictest reading of 1.1 and 1.2 together. */
enum PlainScalar {
    /** Text to every reader. */
    TEXT("text"),
    /** A number as JSON writes it. */
    NUMBER("a number"),
    /** {@code true}. */
    TRUE("a truth value"),
    /** {@code false}. */
    FALSE("a truth value"),
    /** {@code null}. */
    NULL("null"),
    /** A number to some readers, though not in JSON: {@code 0042}, {@code 1_000}, {@code 0x1F}, {@code 12:30}, {@code .5}. */
    OTHER_NUMBER("a number"),
    /** A truth value to some readers, though not in JSON: {@code no}, {@code On}. */
    OTHER_TRUTH("a truth value"),
    /** Nothing to some readers, though not in JSON: {@code ~}, {@code Null}, or nothing at all. */
    OTHER_NULL("null"),
    /** An ISO date or timestamp. */
    DATE("a date"),
    /** {@code <<} or {@code =}, which YAML 1.1 gives a meaning. */
    SPECIAL("a special key");

    private final String description;

    PlainScalar(String description) {
        this.description = description;
    }

    /** What YAML may take it for: {@code a number}. */
    String description() {
        return description;
    }

    /** Whether JSON has this value, or it is text. */
    boolean isJson() {
        return switch (this) {
            case TEXT, NUMBER, TRUE, FALSE, NULL, DATE -> true;
            case OTHER_NUMBER, OTHER_TRUTH, OTHER_NULL, SPECIAL -> false;
        };
    }

    static PlainScalar of(String text) {
        if (text.isEmpty()) {
            return OTHER_NULL;
        }
        char first = text.charAt(0);
        if (first >= '0' && first <= '9') {
            return isDate(text) ? DATE : number(text);
        }
        return switch (first) {
            case '+', '-', '.' -> number(text);
            case '~' -> text.length() == 1 ? OTHER_NULL : TEXT;
            case '=' -> text.length() == 1 ? SPECIAL : TEXT;
            case '<' -> text.equals("<<") ? SPECIAL : TEXT;
            case 'y', 'Y', 'n', 'N', 't', 'T', 'f', 'F', 'o', 'O' -> word(text);
            default -> TEXT;
        };
    }

    private static PlainScalar word(String text) {
        return text.length() > 5
                ? TEXT
                : switch (text) {
                    case "true" -> TRUE;
                    case "false" -> FALSE;
                    case "null" -> NULL;
                    case "Null", "NULL" -> OTHER_NULL;
                    case "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO" -> OTHER_TRUTH;
                    case "True", "TRUE", "False", "FALSE" -> OTHER_TRUTH;
                    case "on", "On", "ON", "off", "Off", "OFF" -> OTHER_TRUTH;
                    default -> TEXT;
                };
    }

    /** {@code 2026-03-02}, alone or followed by a time. */
    private static boolean isDate(String text) {
        int length = text.length();
        if (length < 8 || digits(text, 0) != 4 || text.charAt(4) != '-') {
            return false;
        }
        int month = digits(text, 5);
        int dash = 5 + month;
        if (month < 1 || month > 2 || dash >= length || text.charAt(dash) != '-') {
            return false;
        }
        int day = digits(text, dash + 1);
        int end = dash + 1 + day;
        if (day < 1 || day > 2) {
            return false;
        }
        if (end == length) {
            return true;
        }
        char separator = text.charAt(end);
        if (separator != 'T' && separator != 't' && separator != ' ') {
            return false;
        }
        int time = end + 1;
        while (time < length && text.charAt(time) == ' ') {
            time++;
        }
        int hour = digits(text, time);
        if (hour < 1 || hour > 2 || time + hour >= length || text.charAt(time + hour) != ':') {
            return false;
        }
        for (int i = time; i < length; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > ':') && c != '.' && c != '+' && c != '-' && c != 'Z' && c != 'z' && c != ' ') {
                return false;
            }
        }
        return true;
    }

    private static PlainScalar number(String text) {
        int length = text.length();
        int at = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0;
        if (at == length) {
            return TEXT;
        }
        if (text.charAt(at) == '.' && isSpecialFloat(text.substring(at + 1))) {
            return OTHER_NUMBER;
        }
        if (text.charAt(at) == '0' && at + 2 < length) {
            int radix = radix(text.charAt(at + 1));
            if (radix > 0) {
                return inRadix(text, at + 2, radix) ? OTHER_NUMBER : TEXT;
            }
        }
        int whole = digitsAndUnderscores(text, at);
        int end = at + whole;
        if (end < length && text.charAt(end) == ':') {
            return whole > 0 && isSexagesimal(text, end) ? OTHER_NUMBER : TEXT;
        }
        int fraction = -1;
        if (end < length && text.charAt(end) == '.') {
            fraction = digitsAndUnderscores(text, end + 1);
            end += 1 + fraction;
        }
        if (whole == 0 && fraction < 1) {
            return TEXT;
        }
        if (end < length && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int exponent = end + 1;
            if (exponent < length && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-')) {
                exponent++;
            }
            int digits = digits(text, exponent);
            if (digits == 0) {
                return TEXT;
            }
            end = exponent + digits;
        }
        if (end != length) {
            return TEXT;
        }
        boolean leadingZero = whole > 1 && text.charAt(at) == '0';
        boolean json = text.charAt(0) != '+' && whole > 0 && fraction != 0 && !leadingZero && text.indexOf('_') < 0;
        return json ? NUMBER : OTHER_NUMBER;
    }

    private static int radix(char letter) {
        return switch (letter) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
        };
    }

    private static boolean inRadix(String text, int from, int radix) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '_' && Character.digit(c, radix) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpecialFloat(String word) {
        return switch (word) {
            case "inf", "Inf", "INF", "nan", "NaN", "NAN" -> true;
            default -> false;
        };
    }

    /** {@code :30} or {@code :30:15.5} at {@code from}: base 60, as YAML 1.1 reads a time of day. */
    private static boolean isSexagesimal(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ':') {
            int digits = digits(text, at + 1);
            if (digits < 1 || digits > 2 || digits == 2 && text.charAt(at + 1) > '5') {
                return false;
            }
            at += 1 + digits;
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at += 1 + digitsAndUnderscores(text, at + 1);
        }
        return at == text.length();
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }

    private static int digitsAndUnderscores(String text, int from) {
        int at = from;
        while (at < text.length()
                && (text.charAt(at) >= '0' && text.charAt(at) <= '9' || text.charAt(at) == '_' && at > from)) {
            at++;
        }
        return at - from;
    }
}
