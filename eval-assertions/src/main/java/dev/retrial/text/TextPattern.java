package dev.retrial.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An RE2 pattern: matching takes time in proportion to the text, whatever the pattern and the text are.
 *
 * <p>Repetitions are written out when a pattern is compiled, so one that would grow out of proportion is refused before that.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TextPattern {

    private static final int LONGEST = 4_000;
    private static final long LARGEST = 20_000;

    private final Pattern pattern;

    private TextPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Compiles a pattern.
     *
     * @throws IllegalArgumentException where it is no RE2 pattern or too large; the message says which
     */
    public static TextPattern of(String pattern) {
        if (pattern.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a pattern may have " + LONGEST + " characters, this has " + pattern.length());
        }
        if (new Size(pattern).isBeyond(LARGEST)) {
            throw new IllegalArgumentException(
                    "the repetitions of this pattern multiply to more than " + LARGEST + " steps");
        }
        try {
            return new TextPattern(Pattern.compile(pattern));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("not an RE2 pattern: " + e.getDescription(), e);
        }
    }

    /** Whether the whole text matches. */
    public boolean matches(String text) {
        return pattern.matches(text);
    }

    /** Where the pattern first matches a part of the text, or null. */
    public @Nullable Span find(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? new Span(matcher.start(), matcher.end()) : null;
    }

    /** The pattern as it was written. */
    public String written() {
        return pattern.pattern();
    }

    /** How many steps a pattern has once its repetitions are written out, at most; reads no more of the syntax than that takes. */
    private static final class Size {

        private final String pattern;
        private int at;

        Size(String pattern) {
            this.pattern = pattern;
        }

        boolean isBeyond(long limit) {
            long size = 0;
            while (at < pattern.length()) {
                size += sequence(0);
                // A closing parenthesis too many is the compiler's to refuse.
                at++;
            }
            return size > limit;
        }

        private long sequence(int depth) {
            long total = 0;
            while (at < pattern.length()) {
                char c = pattern.charAt(at);
                if (c == ')') {
                    return total;
                }
                at++;
                long atom = 1;
                if (c == '\\') {
                    at++;
                } else if (c == '[') {
                    skipClass();
                } else if (c == '(' && depth < 500) {
                    atom = 1 + sequence(depth + 1);
                    at++;
                }
                total = Math.min(Integer.MAX_VALUE, total + Math.min(Integer.MAX_VALUE, atom * repetition()));
            }
            return total;
        }

        private void skipClass() {
            if (at < pattern.length() && pattern.charAt(at) == '^') {
                at++;
            }
            // A bracket in first place is one of the class.
            at += at < pattern.length() && pattern.charAt(at) == '\\' ? 2 : 1;
            while (at < pattern.length() && pattern.charAt(at) != ']') {
                at += pattern.charAt(at) == '\\' ? 2 : 1;
            }
            at++;
        }

        private int repetition() {
            if (at >= pattern.length() || pattern.charAt(at) != '{') {
                return 1;
            }
            int most = 0;
            int number = 0;
            int i = at + 1;
            for (; i < pattern.length() && i - at < 12; i++) {
                char c = pattern.charAt(i);
                if (c >= '0' && c <= '9') {
                    number = Math.min(100_000, number * 10 + c - '0');
                    most = Math.max(most, number);
                } else if (c == ',') {
                    number = 0;
                } else {
                    break;
                }
            }
            if (i < pattern.length() && pattern.charAt(i) == '}') {
                at = i + 1;
                return Math.max(1, most);
            }
            return 1;
        }
    }
}
