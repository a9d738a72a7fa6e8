package dev.retrial.text;

/** What a code point is, whatever the machine's language. */
final class Letters {

    private Letters() {}

    static boolean isSpace(int c) {
        return c == ' '
                || c == '\n'
                || c == '\t'
                || (c != '_' && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
    }

    /** Neither seen nor a word's end: soft hyphens, joiners, marks of direction. */
    static boolean isInvisible(int c) {
        return c >= 0xAD && Character.getType(c) == Character.FORMAT;
    }

    static boolean isMark(int c) {
        if (c < 0x300) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    static boolean isWordPart(int c) {
        return c < 0x80
                ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                : Character.isLetterOrDigit(c) || isMark(c);
    }

    /** A letter of a script that puts no blanks between its words, so that each stands for itself. */
    static boolean standsAlone(int c) {
        if (c < 0x0E00) {
            return false;
        }
        return Character.isIdeographic(c)
                || (c >= 0x3040 && c <= 0x30FF) // Hiragana, Katakana
                || (c <= 0x0EFF) // Thai, Lao
                || (c >= 0x1000 && c <= 0x109F) // Burmese
                || (c >= 0x1780 && c <= 0x17FF); // Khmer
    }

    static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019' || c == '\u02BC' || c == '\u2018' || c == '\u2032' || c == '\u00B4';
    }

    static boolean isDash(int c) {
        return c == '-' || (c > 0x7F && (c == '\u2212' || Character.getType(c) == Character.DASH_PUNCTUATION));
    }

    /** The one form of a letter, whatever its case; by way of the upper case, since some have two lower ones. */
    static int fold(int c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? c + 32 : c;
        }
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    /** The same sign in its usual form: quotes, dashes, and what Asian typography makes wide. */
    static int plain(int c) {
        if (c < 0x80) {
            return c;
        }
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return c - 0xFEE0;
        }
        if (isApostrophe(c) || c == '\u201A' || c == '\u201B') {
            return '\'';
        }
        if (isDash(c)) {
            return '-';
        }
        return switch (c) {
            case '\u201C', '\u201D', '\u201E', '\u201F', '\u00AB', '\u00BB', '\u2033', '\u300C', '\u300D' -> '"';
            case '\u3002' -> '.';
            case '\u3001' -> ',';
            default -> c;
        };
    }
}
