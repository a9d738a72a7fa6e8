package dev.retrial.check.leak;

import dev.retrial.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Finds keys, tokens and passwords in a text by the marks that their issuers give them and by the words before them, in time that is proportional to the text.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Secrets {

    /** How a key begins, and how many signs follow at least; in the order of the first letter. */
    private static final Mark[] MARKS = {
        new Mark("AKIA", 16, false),
        new Mark("ASIA", 16, false),
        new Mark("AIza", 30, true),
        new Mark("EAAC", 30, true),
        new Mark("SG.", 30, true),
        new Mark("dop_v1_", 30, false),
        new Mark("ghp_", 20, false),
        new Mark("gho_", 20, false),
        new Mark("ghu_", 20, false),
        new Mark("ghs_", 20, false),
        new Mark("ghr_", 20, false),
        new Mark("github_pat_", 20, true),
        new Mark("glpat-", 16, true),
        new Mark("hf_", 24, false),
        new Mark("npm_", 24, false),
        new Mark("pk_live_", 10, false),
        new Mark("pypi-", 30, true),
        new Mark("rk_live_", 10, false),
        new Mark("rk_test_", 10, false),
        new Mark("shpat_", 20, false),
        new Mark("sk_live_", 10, false),
        new Mark("sk_test_", 10, false),
        new Mark("sk-", 20, true),
        new Mark("whsec_", 16, false),
        new Mark("xapp-", 10, true),
        new Mark("xoxa-", 10, true),
        new Mark("xoxb-", 10, true),
        new Mark("xoxp-", 10, true),
        new Mark("xoxr-", 10, true),
        new Mark("xoxs-", 10, true),
    };

    /** Words behind which a password or a key stands, in lower case. */
    private static final String[] CUES = {
        "access key",
        "access_key",
        "access token",
        "access_token",
        "api key",
        "api-key",
        "api_key",
        "apikey",
        "auth token",
        "auth_token",
        "client secret",
        "client_secret",
        "client-secret",
        "clave",
        "contraseña",
        "kennwort",
        "mot de passe",
        "passcode",
        "passphrase",
        "password",
        "passwort",
        "pin",
        "pwd",
        "secret",
        "secret key",
        "secret_key",
        "secret_access_key",
        "token",
    };

    private static final String[] LINKS = {"is", "was", "lautet", "ist", "est", "es"};
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final int LONGEST = 4_096;

    /** The marks by their first letter, so that most words cost one look. */
    private static final Mark[][] MARKS_BY_FIRST = new Mark[128][];

    /** The cues by their first letter in lower case. */
    private static final String[][] CUES_BY_FIRST = new String[128][];

    static {
        for (int c = 0; c < 128; c++) {
            char first = (char) c;
            MARKS_BY_FIRST[c] = Arrays.stream(MARKS)
                    .filter(mark -> mark.begins.charAt(0) == first)
                    .toArray(Mark[]::new);
            CUES_BY_FIRST[c] =
                    Arrays.stream(CUES).filter(cue -> cue.charAt(0) == first).toArray(String[]::new);
        }
    }

    private Secrets() {}

    private record Mark(String begins, int atLeast, boolean dashes) {}

    /** Where they are, in the order of the text; no two overlap. */
    public static List<Span> in(String text) {
        List<Span> found = new ArrayList<>(0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int end = -1;
            int start = i;
            if (c == '-' && text.startsWith(BEGIN, i)) {
                end = block(text, i);
            } else if (c == ':' && text.startsWith("://", i)) {
                start = i + 3;
                end = userInfo(text, start);
            } else if (PersonalData.isLetter(c)) {
                if (i == 0 || begins(text.charAt(i - 1))) {
                    end = marked(text, i);
                    if (end < 0) {
                        int value = cued(text, i);
                        if (value >= 0) {
                            start = value;
                            end = tokenEnd(text, value);
                        }
                    }
                }
            }
            if (end > start) {
                found.add(new Span(start, end));
                i = end - 1;
            }
        }
        return found;
    }

    private static boolean begins(char before) {
        return !PersonalData.isLetter(before)
                && (before < 0x80 ? !PersonalData.isDigit(before) : !Character.isLetterOrDigit(before));
    }

    private static int block(String text, int start) {
        int header = text.indexOf("-----", start + BEGIN.length());
        if (header < 0 || header - start > 60 || !text.substring(start, header).endsWith("KEY")) {
            return -1;
        }
        int end = text.indexOf(END, header);
        int close = end < 0 ? -1 : text.indexOf("-----", end + END.length());
        return close < 0 ? text.length() : close + 5;
    }

    /** "user:password@" of an address. */
    private static int userInfo(String text, int start) {
        for (int i = start; i < text.length() && i - start < 200; i++) {
            char c = text.charAt(i);
            if (c == '@') {
                int colon = text.indexOf(':', start);
                return colon > start && colon < i - 1 ? i : -1;
            }
            if (c == '/' || c == '?' || c == '#' || c == '"' || c == '<' || c == '$' || Character.isWhitespace(c)) {
                return -1;
            }
        }
        return -1;
    }

    private static int marked(String text, int at) {
        char c = text.charAt(at);
        if (c == 'e') {
            return text.startsWith("eyJ", at) ? webToken(text, at) : -1;
        }
        if (c == 'B' || c == 'b') {
            return bearer(text, at);
        }
        for (Mark mark : MARKS_BY_FIRST[c]) {
            if (text.startsWith(mark.begins, at)) {
                int end = signsEnd(text, at + mark.begins.length(), mark.dashes);
                if (end - at - mark.begins.length() >= mark.atLeast && hasDigit(text, at, end)) {
                    return end;
                }
            }
        }
        return -1;
    }

    private static int webToken(String text, int at) {
        int end = at;
        int parts = 0;
        while (parts < 3) {
            int next = signsEnd(text, end, true, false);
            if (next - end < 4) {
                break;
            }
            parts++;
            end = next;
            if (parts < 3 && next < text.length() && text.charAt(next) == '.') {
                end = next + 1;
            } else {
                break;
            }
        }
        end = end > at && text.charAt(end - 1) == '.' ? end - 1 : end;
        return parts >= 2 && end - at >= 24 ? end : -1;
    }

    /** "Bearer" and "Basic" with what a machine wrote behind them. */
    private static int bearer(String text, int at) {
        int word = text.regionMatches(true, at, "bearer ", 0, 7) ? 7 : text.startsWith("Basic ", at) ? 6 : 0;
        if (word == 0) {
            return -1;
        }
        int end = signsEnd(text, at + word, true);
        while (end < text.length() && text.charAt(end) == '=') {
            end++;
        }
        return end - at - word >= 16 && hasDigit(text, at + word, end) ? end : -1;
    }

    private static int signsEnd(String text, int from, boolean dashes) {
        return signsEnd(text, from, dashes, dashes);
    }

    private static int signsEnd(String text, int from, boolean dashes, boolean points) {
        int end = from;
        while (end < text.length() && end - from < LONGEST) {
            char c = text.charAt(end);
            boolean sign = PersonalData.isLetter(c)
                    || PersonalData.isDigit(c)
                    || c == '_'
                    || (dashes && (c == '-' || c == '+' || c == '/'))
                    || (points && c == '.');
            if (!sign) {
                break;
            }
            end++;
        }
        while (end > from && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-')) {
            end--;
        }
        return end;
    }

    /** Where the password begins that the words at this place announce, or -1. */
    private static int cued(String text, int at) {
        String[] cues = CUES_BY_FIRST[text.charAt(at) | 0x20];
        int best = -1;
        String cue = "";
        for (String one : cues) {
            if (text.regionMatches(true, at, one, 0, one.length()) && one.length() > cue.length()) {
                int end = at + one.length();
                if (end == text.length() || !PersonalData.isWordPart(text.charAt(end)) || text.charAt(end) == '_') {
                    cue = one;
                    best = end;
                }
            }
        }
        return best < 0 ? -1 : valueBehind(text, best, cue.equals("pin"));
    }

    private static int valueBehind(String text, int from, boolean digitsOnly) {
        int at = blanks(text, from);
        if (at < text.length() && text.charAt(at) == '"') {
            at = blanks(text, at + 1);
        }
        boolean sign = at < text.length() && (text.charAt(at) == ':' || text.charAt(at) == '=');
        if (sign) {
            at = blanks(text, at + 1);
        } else {
            at = behindLink(text, at);
            if (at < 0) {
                return -1;
            }
        }
        if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'' || text.charAt(at) == '`')) {
            at++;
        }
        int end = tokenEnd(text, at);
        return isPassword(text, at, end, digitsOnly) ? at : -1;
    }

    private static int behindLink(String text, int at) {
        for (String link : LINKS) {
            int end = at + link.length();
            if (text.regionMatches(true, at, link, 0, link.length())
                    && end < text.length()
                    && text.charAt(end) == ' ') {
                int value = blanks(text, end);
                return value < text.length() && text.charAt(value) == ':' ? blanks(text, value + 1) : value;
            }
        }
        return -1;
    }

    private static int blanks(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static int tokenEnd(String text, int from) {
        int end = from;
        while (end < text.length()
                && end - from < LONGEST
                && !Character.isWhitespace(text.charAt(end))
                && "\"'`<>,;".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        while (end > from && ".!?)]}".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** Something that is no word: with a digit or a sign within, and letters; or a PIN. A placeholder is none. */
    private static boolean isPassword(String text, int start, int end, boolean digitsOnly) {
        int length = end - start;
        if (length < 4
                || length > LONGEST
                || text.charAt(start) == '$'
                || text.charAt(start) == '{'
                || text.charAt(start) == '[') {
            return false;
        }
        int digits = 0;
        int letters = 0;
        int signs = 0;
        boolean mixed = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                digits++;
            } else if (Character.isLetter(c)) {
                letters++;
                mixed |= i > start && Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1));
            } else if (c == '*' || c == '\u2022' || c == '/' || c == '-') {
                // What is masked already, or a choice of words.
                continue;
            } else {
                signs++;
            }
        }
        if (digitsOnly) {
            return digits >= 4 && digits == length && length <= 8;
        }
        return (digits > 0 && letters > 0)
                || (mixed && length >= 6)
                || (signs > 0 && letters > 0 && length >= 6)
                || (digits >= 6 && digits == length);
    }

    private static boolean hasDigit(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (PersonalData.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
