package dev.retrial.text;

import java.text.Normalizer;
import java.util.Arrays;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A text to be found however it is laid out: case, accents, blanks and punctuation make no difference.
 *
 * <p>Made for what must not be said: {@code 4111 1111 1111 1111} is found in {@code 4111-1111-1111-1111} and in {@code 4111111111111111}.
 * It begins and ends with whole words, so that {@code Ann} is not in {@code planning}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LooseText {

    private static final char MASK = '█';
    private static final char CUT = '…';

    /** Fewer letters than these beside a cut say nothing. */
    private static final int TELLING = 3;

    private final int[] wanted;
    private final int[] fallback;

    private LooseText(int[] wanted) {
        this.wanted = wanted;
        this.fallback = fallback(wanted);
    }

    /**
     * A text to find.
     *
     * @throws IllegalArgumentException where it has no letter and no digit
     */
    public static LooseText of(String written) {
        int[] letters = new int[written.length()];
        int count = 0;
        Cursor cursor = new Cursor(written, 0, false);
        while (cursor.next()) {
            if (count == letters.length) {
                letters = Arrays.copyOf(letters, count * 2);
            }
            letters[count++] = cursor.letter;
        }
        if (count == 0) {
            throw new IllegalArgumentException("this text has no letter and no digit to look for");
        }
        return new LooseText(Arrays.copyOf(letters, count));
    }

    /** Where the text holds it first at or behind this offset, or null. */
    public @Nullable Span find(String text, int from) {
        return find(text, from, false);
    }

    /**
     * The message with every place that holds the text replaced by {@code █}, as many as it had characters.
     *
     * <p>A message may show control characters as JSON does, and may cut with {@code …} what it quotes: what is left of the text beside a cut is masked too.
     */
    public String mask(String message) {
        StringBuilder masked = null;
        Span span = find(message, 0, true);
        while (span != null) {
            masked = masked == null ? new StringBuilder(message) : masked;
            mask(masked, span.start(), span.end());
            span = find(message, span.end(), true);
        }
        for (int cut = message.indexOf(CUT); cut >= 0; cut = message.indexOf(CUT, cut + 1)) {
            masked = masked == null ? new StringBuilder(message) : masked;
            maskBefore(masked, message, cut);
            maskBehind(masked, message, cut + 1);
        }
        return masked == null ? message : masked.toString();
    }

    private static void mask(StringBuilder masked, int start, int end) {
        for (int i = start; i < end; i++) {
            masked.setCharAt(i, MASK);
        }
    }

    /** Masks the beginning of the text, where the cut has taken its end. */
    private void maskBefore(StringBuilder masked, String message, int cut) {
        int from = Math.max(0, cut - 4 * wanted.length - 8);
        int[] letters = new int[cut - from];
        int[] starts = new int[cut - from];
        int count = 0;
        Cursor cursor = new Cursor(message.substring(0, cut), from, true);
        while (cursor.next() && count < letters.length) {
            letters[count] = cursor.letter;
            starts[count++] = cursor.start;
        }
        for (int length = Math.min(count, wanted.length); length >= TELLING; length--) {
            if (Arrays.equals(letters, count - length, count, wanted, 0, length)) {
                mask(masked, starts[count - length], cut);
                return;
            }
        }
    }

    /** Masks the end of the text, where the cut has taken its beginning. */
    private void maskBehind(StringBuilder masked, String message, int cut) {
        int[] letters = new int[wanted.length];
        int[] ends = new int[wanted.length];
        int count = 0;
        Cursor cursor = new Cursor(message, cut, true);
        while (count < wanted.length && cursor.next()) {
            letters[count] = cursor.letter;
            ends[count++] = cursor.end;
        }
        for (int length = count; length >= TELLING; length--) {
            if (Arrays.equals(letters, 0, length, wanted, wanted.length - length, wanted.length)) {
                mask(masked, cut, ends[length - 1]);
                return;
            }
        }
    }

    private @Nullable Span find(String text, int from, boolean escaped) {
        int[] starts = new int[wanted.length];
        boolean[] begins = new boolean[wanted.length];
        Cursor cursor = new Cursor(text, from, escaped);
        int matched = 0;
        for (int read = 0; cursor.next(); read++) {
            int slot = read % wanted.length;
            starts[slot] = cursor.start;
            begins[slot] = cursor.beginsWord;
            while (matched > 0 && cursor.letter != wanted[matched]) {
                matched = fallback[matched];
            }
            if (cursor.letter == wanted[matched]) {
                matched++;
            }
            if (matched == wanted.length) {
                int first = (read + 1) % wanted.length;
                if (begins[first] && cursor.endsWord()) {
                    return new Span(starts[first], cursor.end);
                }
                matched = fallback[matched];
            }
        }
        return null;
    }

    private static int[] fallback(int[] wanted) {
        int[] fallback = new int[wanted.length + 1];
        int matched = 0;
        for (int i = 1; i < wanted.length; i++) {
            while (matched > 0 && wanted[i] != wanted[matched]) {
                matched = fallback[matched];
            }
            if (wanted[i] == wanted[matched]) {
                matched++;
            }
            fallback[i + 1] = matched;
        }
        return fallback;
    }

    /** Goes through the letters and digits of a text, each in its plain form. */
    private static final class Cursor {

        private final String text;
        private int position;
        private boolean insideWord;
        private String pending = "";
        private int pendingAt;

        int letter;
        int start;
        int end;
        boolean beginsWord;

        private final boolean escaped;

        Cursor(String text, int from, boolean escaped) {
            this.text = text;
            this.escaped = escaped;
            this.position = from;
            this.insideWord = from > 0 && Letters.isWordPart(text.codePointBefore(from));
        }

        boolean next() {
            if (pendingAt < pending.length()) {
                letter = pending.codePointAt(pendingAt);
                pendingAt += Character.charCount(letter);
                beginsWord = false;
                return true;
            }
            while (position < text.length()) {
                int c = text.codePointAt(position);
                int at = position;
                position += Character.charCount(c);
                if (Letters.isInvisible(c) || Letters.isMark(c)) {
                    continue;
                }
                if (escaped && c == '\\' && position < text.length()) {
                    skipEscape();
                    continue;
                }
                if (!Letters.isWordPart(Letters.plain(c))) {
                    insideWord = false;
                    continue;
                }
                start = at;
                end = position;
                beginsWord = !insideWord || Letters.standsAlone(c);
                insideWord = true;
                if (c < 0x80) {
                    letter = Letters.fold(c);
                    return true;
                }
                String bare = bare(c);
                if (!bare.isEmpty()) {
                    pending = bare;
                    letter = bare.codePointAt(0);
                    pendingAt = Character.charCount(letter);
                    return true;
                }
            }
            return false;
        }

        /** Behind a backslash: what JSON writes for a blank, or for a sign that cannot be seen. */
        private void skipEscape() {
            char c = text.charAt(position);
            if (c == 'u' && position + 5 <= text.length()) {
                position += 5;
            } else if (c == 'n' || c == 'r' || c == 't') {
                position++;
                insideWord = false;
            } else {
                insideWord = false;
            }
        }

        boolean endsWord() {
            if (pendingAt < pending.length()) {
                return false;
            }
            int at = position;
            while (at < text.length()) {
                int c = text.codePointAt(at);
                if (!Letters.isInvisible(c) && !Letters.isMark(c)) {
                    return Letters.standsAlone(c) || !Letters.isWordPart(Letters.plain(c));
                }
                at += Character.charCount(c);
            }
            return true;
        }

        /** A letter without its accents, as the letters that it is made of. */
        private static String bare(int c) {
            String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
            StringBuilder bare = new StringBuilder();
            for (int i = 0; i < parts.length(); ) {
                int part = parts.codePointAt(i);
                i += Character.charCount(part);
                if (Letters.isWordPart(part) && !Letters.isMark(part)) {
                    bare.appendCodePoint(Letters.fold(part));
                }
            }
            return bare.toString();
        }
    }
}
