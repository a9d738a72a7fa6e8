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
        Cursor cursor = new Cursor(written, 0);
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
        int[] starts = new int[wanted.length];
        boolean[] begins = new boolean[wanted.length];
        Cursor cursor = new Cursor(text, from);
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

        Cursor(String text, int from) {
            this.text = text;
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
