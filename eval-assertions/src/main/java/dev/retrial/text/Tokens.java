package dev.retrial.text;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text token by token: words, numbers with what they count, dates and signs.
 *
 * <p>This is a cursor that keeps no more than the token it stands on, so that a reply of ten megabytes costs time in proportion and no memory.
 * Markdown's emphasis is no token, and what cannot be seen does not count.
 */
final class Tokens {

    /** What a token is. */
    enum Kind {
        WORD,
        NUMBER,
        DATE,
        SIGN
    }

    /** A longer word equals no other: normalising it could take time that grows with its square. */
    static final int LONGEST = 256;

    private final String text;
    private final NumberReader numbers;
    private final DateReader dates;
    private int position;

    /** What the token is. */
    Kind kind = Kind.SIGN;

    /** Where it begins in the text. */
    int start;

    /** Where it ends in the text. */
    int end;

    /** Whether it is too long to be compared. */
    boolean overlong;

    /** A word's or a sign's text in its one form. */
    final StringBuilder word = new StringBuilder();

    /** What a number counts: a currency's code, the percent sign, or null. */
    @Nullable
    String unit;

    Tokens(String text) {
        this(text, 0);
    }

    Tokens(String text, int from) {
        this.text = text;
        this.position = from;
        this.numbers = new NumberReader(text);
        this.dates = new DateReader(text, numbers);
    }

    /** A number's digits before the point. */
    StringBuilder digits() {
        return numbers.digits;
    }

    /** A number's digits behind the point. */
    StringBuilder fraction() {
        return numbers.fraction;
    }

    /** A date's year, or 0. */
    int year() {
        return dates.year;
    }

    /** A date's month, from 1. */
    int month() {
        return dates.month;
    }

    /** A date's day, or 0. */
    int day() {
        return dates.day;
    }

    /** Moves to the next token; false where there is none. */
    boolean next() {
        unit = null;
        overlong = false;
        word.setLength(0);
        while (position < text.length()) {
            char first = text.charAt(position);
            if (first == ' ') {
                position++;
                continue;
            }
            if (((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z')) && readPlainWord()) {
                return true;
            }
            int c = text.codePointAt(position);
            if (Letters.isSpace(c) || Letters.isInvisible(c) || isEmphasis(c)) {
                position += Character.charCount(c);
                continue;
            }
            start = position;
            if (isDigit(c)) {
                readDigits(null);
                return true;
            }
            if (Letters.isMark(c)) {
                position += Character.charCount(c);
                continue;
            }
            int plain = Letters.plain(c);
            if (Letters.isWordPart(plain)) {
                readWord();
                return true;
            }
            if (Letters.isApostrophe(c) && endsPossessive(position)) {
                position += 2;
                word.append("'s");
                return finish(Kind.WORD);
            }
            String currency = Money.ofSign(plain);
            if (currency != null && readAmount(position + Character.charCount(c), currency)) {
                return true;
            }
            readSign(c, plain);
            return true;
        }
        return false;
    }

    private boolean finish(Kind read) {
        kind = read;
        end = position;
        return true;
    }

    /** What Markdown puts around words, and the backslash that takes its meaning from a sign. */
    private boolean isEmphasis(int c) {
        if (c == '\\') {
            return position + 1 < text.length()
                    && !Letters.isWordPart(text.charAt(position + 1))
                    && !Letters.isSpace(text.charAt(position + 1));
        }
        return c == '*' || c == '`' || c == '_';
    }

    private static boolean isDigit(int c) {
        return c <= 0xFFFF && Character.isDigit((char) c);
    }

    private void readDigits(@Nullable String currency) {
        if (currency == null && dates.readFromDigits(position)) {
            position = dates.end;
            finish(Kind.DATE);
            return;
        }
        if (numbers.read(position)) {
            String behind = numbers.unitBehind();
            // "$5 CAD" says which dollars.
            unit = behind != null && (currency == null || currency.equals("USD")) ? behind : currency;
            position = numbers.end;
            if (currency == null && unit != null && !unit.equals("%")) {
                numbers.readPointAsGrouping();
            }
            overlong = numbers.digits.length() > LONGEST || numbers.fraction.length() > LONGEST;
            finish(Kind.NUMBER);
            return;
        }
        readNumberedWord();
    }

    /** Reads the number behind a currency, if one is there. */
    private boolean readAmount(int from, String currency) {
        int at = from;
        if (at < text.length() && NumberReader.isBlank(text.charAt(at))) {
            at++;
        }
        if (at >= text.length() || !isDigit(text.charAt(at)) || !numbers.read(at)) {
            return false;
        }
        position = at;
        readDigits(currency);
        return true;
    }

    /** Reads what begins like a number and is none: {@code 30th}, {@code 2FA}, {@code 1.5m}, {@code 10.0.0.1}. */
    private void readNumberedWord() {
        while (position < text.length()) {
            int c = text.codePointAt(position);
            boolean inside = Letters.isWordPart(c) || Letters.isInvisible(c);
            if (!inside && (c == '.' || c == ',') && position + 1 < text.length()) {
                inside = isDigit(text.charAt(position - 1)) && isDigit(text.charAt(position + 1));
            }
            if (!inside) {
                break;
            }
            append(Letters.isInvisible(c) ? -1 : Letters.plain(c));
            position += Character.charCount(c);
        }
        normalise();
        finish(Kind.WORD);
    }

    /** Reads a word of nothing but A to Z and digits, as most are; false, with nothing read, where something else may belong to it. */
    private boolean readPlainWord() {
        int at = position;
        while (at < text.length() && text.charAt(at) < 0x80 && Letters.isWordPart(text.charAt(at))) {
            at++;
        }
        if (at - position > LONGEST || (at < text.length() && mayBelongToWord(text.charAt(at)))) {
            return false;
        }
        word.append(text, position, at);
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                word.setCharAt(i, (char) (c + 32));
            }
        }
        start = position;
        position = at;
        if (mayBeginMore(at)) {
            finishWord();
            return true;
        }
        return finish(Kind.WORD);
    }

    private static boolean mayBelongToWord(char behind) {
        return behind >= 0x80 || behind == '_' || behind == '\'';
    }

    /** Whether behind a word stands what would make it the beginning of a date or of an amount: a digit, with a blank before it, or a dollar. */
    private boolean mayBeginMore(int behind) {
        int next = behind + 1;
        if (next >= text.length()) {
            return false;
        }
        char c = text.charAt(next);
        return c <= '9' || c >= 0x80 || text.charAt(behind) == '$';
    }

    private void readWord() {
        boolean first = true;
        while (position < text.length()) {
            int c = text.codePointAt(position);
            if (Letters.standsAlone(c) && !first && !Letters.isMark(c)) {
                break;
            }
            int length = Character.charCount(c);
            if (Letters.isWordPart(c) || (c >= 0xFF00 && Letters.isWordPart(Letters.plain(c)))) {
                append(Letters.plain(c));
            } else if (c == '_' || Letters.isApostrophe(c)) {
                int behind = position + length;
                if (behind >= text.length()
                        || !Letters.isWordPart(text.codePointAt(behind))
                        || (c != '_' && endsPossessive(position))) {
                    break;
                }
                append(Letters.plain(c));
            } else if (!Letters.isInvisible(c)) {
                break;
            }
            position += length;
            if (first && Letters.standsAlone(c)) {
                while (position < text.length() && Letters.isMark(text.codePointAt(position))) {
                    append(text.codePointAt(position));
                    position += Character.charCount(text.codePointAt(position));
                }
                break;
            }
            first = false;
        }
        normalise();
        finishWord();
    }

    /** What a word that was read begins: a date ("March 2"), an amount ("USD 5"), or nothing more. */
    private void finishWord() {
        if (dates.readFromWord(start, position)) {
            position = dates.end;
            finish(Kind.DATE);
            return;
        }
        if (word.length() <= 3) {
            int behind = position;
            String dollars = behind < text.length() && text.charAt(behind) == '$' ? Money.ofDollarPrefix(word) : null;
            if (dollars != null && readAmount(behind + 1, dollars)) {
                return;
            }
            if (word.length() == 3
                    && behind + 1 < text.length()
                    && NumberReader.isBlank(text.charAt(behind))
                    && isDigit(text.charAt(behind + 1))) {
                String named = Money.ofWord(text.subSequence(start, behind));
                if (named != null && readAmount(behind, named)) {
                    return;
                }
            }
        }
        finish(Kind.WORD);
    }

    private void readSign(int c, int plain) {
        position += Character.charCount(c);
        int sign = plain;
        if (plain == '-') {
            while (position < text.length() && Letters.isDash(text.charAt(position))) {
                position++;
            }
        } else if (plain == '.' || plain == '\u2026') {
            int from = position;
            while (position < text.length() && (text.charAt(position) == '.' || text.charAt(position) == '\u2026')) {
                position++;
            }
            sign = position > from ? '\u2026' : plain;
        }
        word.appendCodePoint(sign);
        finish(Kind.SIGN);
    }

    /** Whether an apostrophe stands here that only makes a possessive, or an "is", of the word before it. */
    private boolean endsPossessive(int apostrophe) {
        int next = apostrophe + 1;
        return apostrophe > 0
                && Letters.isWordPart(text.codePointBefore(apostrophe))
                && next < text.length()
                && (text.charAt(next) == 's' || text.charAt(next) == 'S')
                && (next + 1 == text.length() || !Letters.isWordPart(text.codePointAt(next + 1)));
    }

    private void append(int c) {
        if (word.length() >= LONGEST) {
            overlong = true;
        } else if (c >= 0) {
            word.appendCodePoint(Letters.fold(c));
        }
    }

    /** Brings a word into Unicode's one form; below U+0300 letters are in it already. */
    private void normalise() {
        boolean needed = false;
        for (int i = 0; i < word.length() && !needed; i++) {
            needed = word.charAt(i) >= 0x300;
        }
        if (!needed) {
            return;
        }
        String normal = Normalizer.normalize(word, Normalizer.Form.NFKC);
        word.setLength(0);
        for (int i = 0; i < normal.length(); ) {
            int c = normal.codePointAt(i);
            i += Character.charCount(c);
            word.appendCodePoint(Letters.fold(c));
        }
    }
}
