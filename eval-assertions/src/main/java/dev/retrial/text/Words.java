package dev.retrial.text;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Goes through the words of a text, one by one: letters and digits, with the apostrophes between them. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Words {

    private static final int LONGEST = 40;

    private final String text;
    private int position;
    private int start;
    private int end;

    /** Start, end and hash of each word, where the text has been read before. */
    private final int @Nullable [] read;

    private int next;

    /** Stands before the first word. */
    public Words(String text) {
        ReadText known = ReadText.of(text);
        this.text = text;
        this.read = known == null ? null : known.words();
    }

    private Words(String text, int @Nullable [] read) {
        this.text = text;
        this.read = read;
    }

    static Words notRemembered(String text) {
        return new Words(text, null);
    }

    /** Moves to the next word; false where there is none. */
    public boolean next() {
        if (read == null) {
            return readNext();
        }
        if (next == read.length) {
            start = end;
            return false;
        }
        start = read[next];
        end = read[next + 1];
        next += 3;
        return true;
    }

    private boolean readNext() {
        int length = text.length();
        while (position < length) {
            char c = text.charAt(position);
            if (c < 0x80 ? Letters.isWordPart(c) : Letters.isWordPart(text.codePointAt(position))) {
                break;
            }
            position += c < 0x80 ? 1 : Character.charCount(text.codePointAt(position));
        }
        start = position;
        while (position < length) {
            char c = text.charAt(position);
            if (c < 0x80 && Letters.isWordPart(c)) {
                position++;
            } else if (!insideWord()) {
                break;
            }
        }
        end = position;
        return end > start;
    }

    /** Passes over a sign that is no plain letter or digit, if it is inside the word. */
    private boolean insideWord() {
        int c = text.codePointAt(position);
        int next = position + Character.charCount(c);
        boolean inside = Letters.isWordPart(c)
                || (Letters.isApostrophe(c) && next < text.length() && Letters.isWordPart(text.codePointAt(next)));
        if (inside) {
            position = next;
        }
        return inside;
    }

    /** Where the word begins. */
    public int start() {
        return start;
    }

    /** Where it ends. */
    public int end() {
        return end;
    }

    /** The word in lower case with straight apostrophes; cut short where it is longer than words are. */
    public String lower() {
        int limit = Math.min(end, start + LONGEST);
        StringBuilder lower = new StringBuilder(limit - start);
        for (int i = start; i < limit; i++) {
            char c = text.charAt(i);
            lower.append(Letters.isApostrophe(c) ? '\'' : (char) Letters.fold(c));
        }
        return lower.toString();
    }

    /** The hash code of {@link #lower}, without making the word. */
    public int hash() {
        if (read != null && next > 0) {
            return read[next - 1];
        }
        int limit = Math.min(end, start + LONGEST);
        int hash = 0;
        for (int i = start; i < limit; i++) {
            char c = text.charAt(i);
            hash = 31 * hash + (Letters.isApostrophe(c) ? '\'' : (char) Letters.fold(c));
        }
        return hash;
    }

    /** Whether {@link #lower} of this part of a text, which is a word, is that word. */
    public static boolean isWord(String text, int start, int end, String lower) {
        if (Math.min(end - start, LONGEST) != lower.length()) {
            return false;
        }
        for (int i = 0; i < lower.length(); i++) {
            char c = text.charAt(start + i);
            if ((Letters.isApostrophe(c) ? '\'' : (char) Letters.fold(c)) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** How many words a reader counts: what stands between blanks, if it holds a letter or a digit; of scripts without blanks, each sign. */
    public static int count(String text) {
        int count = 0;
        boolean counted = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Letters.isSpace(c)) {
                counted = false;
            } else if (Letters.standsAlone(c) && !Letters.isMark(c)) {
                count++;
                counted = true;
            } else if (!counted && Letters.isWordPart(c)) {
                count++;
                counted = true;
            }
        }
        return count;
    }
}
