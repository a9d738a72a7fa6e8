package dev.retrial.tickets.redact;

import java.text.Normalizer;

/** Words as runs of letters, in any script. */
final class Letters {

    private Letters() {}

    static boolean isLetter(char c) {
        return c < 0x80
                ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                : Character.isLetter(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.isSurrogate(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isWordPart(char c) {
        return isLetter(c) || Character.isDigit(c);
    }

    /** Where the run of letters that begins here ends. */
    static int end(String text, int start) {
        int end = start;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** A letter of a script that puts no blanks between words. */
    static boolean standsAlone(char c) {
        return c >= 0x0E00
                && (c <= 0x0EFF
                        || (c >= 0x3040 && c <= 0x30FF)
                        || (c >= 0x3400 && c <= 0x9FFF)
                        || (c >= 0xAC00 && c <= 0xD7AF));
    }

    /** Whether nothing before and behind makes this part of the text a part of a longer word. */
    static boolean isWhole(String text, int start, int end) {
        boolean before = start > 0 && isWordPart(text.charAt(start - 1)) && isWordPart(text.charAt(start));
        boolean behind = end < text.length() && isWordPart(text.charAt(end)) && isWordPart(text.charAt(end - 1));
        return (!before || standsAlone(text.charAt(start))) && (!behind || standsAlone(text.charAt(end - 1)));
    }

    /** In lower case, sign by sign, so that every offset stays what it is. */
    static String lower(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.toLowerCase(text.charAt(i)) != text.charAt(i)) {
                char[] lower = text.toCharArray();
                for (int j = i; j < lower.length; j++) {
                    lower[j] = Character.toLowerCase(lower[j]);
                }
                return new String(lower);
            }
        }
        return text;
    }

    /** The one form of a word however it is written: lower case, without accents. */
    static String fold(String word) {
        String lower = lower(word);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) >= 0x80) {
                String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
                StringBuilder plain = new StringBuilder(apart.length());
                for (int j = 0; j < apart.length(); j++) {
                    char c = apart.charAt(j);
                    if (c == 'ß') {
                        plain.append("ss");
                    } else if (c == 'ø') {
                        plain.append('o');
                    } else if (c == 'ł') {
                        plain.append('l');
                    } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                        plain.append(c);
                    }
                }
                return plain.toString();
            }
        }
        return lower;
    }

    /** The word as those write it who have no umlauts on their keyboard, folded: {@code mueller}. */
    static String foldByTranscription(String word) {
        return fold(lower(word).replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"));
    }

    static boolean isCapitalised(String word) {
        return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
    }

    static boolean isUpper(String word) {
        return word.length() > 1 && word.equals(word.toUpperCase(java.util.Locale.ROOT)) && !word.equals(lower(word));
    }

    /** A word in the case of another: all upper, all lower, or capitalised. */
    static String inCaseOf(String word, String model) {
        if (model.length() > 1 && isUpper(model)) {
            return word.toUpperCase(java.util.Locale.ROOT);
        }
        return isCapitalised(model) || model.isEmpty() || standsAlone(model.charAt(0)) ? word : lower(word);
    }

    /** {@code Xxxxx Xxx} for what is written: letters and digits lose what they are. */
    static String shape(String text) {
        StringBuilder shape = new StringBuilder(text.length());
        for (int i = 0; i < text.length() && i < 60; i++) {
            char c = text.charAt(i);
            shape.append(
                    Character.isDigit(c)
                            ? '9'
                            : Character.isUpperCase(c) ? 'X' : isLetter(c) ? 'x' : c == '\n' ? ' ' : c);
        }
        return shape.toString();
    }
}
