package dev.retrial.text;

import java.text.Normalizer;

/** Reads a date in the ways that leave no doubt which day it is; a date may lack its year or its day. */
final class DateReader {

    /** Of a month's name, an accent that is a character of its own included. */
    private static final int LONGEST_NAME = 10;

    private static final String INITIALS = "jfmasond";

    private final String text;
    private final NumberReader numbers;

    /** What was read last: 0 where it was not given. */
    int year;

    int month;
    int day;

    /** Where the date that was read last ends. */
    int end;

    DateReader(String text, NumberReader numbers) {
        this.text = text;
        this.numbers = numbers;
    }

    /** Reads {@code 2026-03-02}, {@code 2 March 2026}, {@code 2nd of March}, {@code 2. März} and {@code 1er mars}, where a digit stands; false where there is none. */
    boolean readFromDigits(int start) {
        int digitsEnd = numbers.digitsFrom(start);
        if (digitsEnd - start == 4) {
            return readIso(start, digitsEnd);
        }
        int number = dayBetween(start, digitsEnd);
        if (number == 0) {
            return false;
        }
        boolean pointed = digitsEnd < text.length() && text.charAt(digitsEnd) == '.';
        int behind = pointed ? digitsEnd + 1 : ordinalFrom(digitsEnd);
        int at = blanksFrom(behind);
        if (at == digitsEnd || (pointed && at == behind)) {
            return false;
        }
        if (isWord(at, "of")) {
            at = blanksFrom(at + 2);
        }
        int wordEnd = lettersFrom(at);
        String name = nameBetween(at, wordEnd);
        int other = Months.ofOtherNameOrAbbreviation(name);
        int named = other == 0 ? Months.ofEnglishNameOrAbbreviation(name) : other;
        if (named == 0) {
            return false;
        }
        month = named;
        day = number;
        year = 0;
        end = wordEnd;
        // In "there were 2. March came" a sentence ends; "2. April 2026" is German.
        return readYear(wordEnd) || !pointed || other != 0;
    }

    /** Reads {@code March 2, 2026}, {@code March 2} and {@code March 2026}, where the word between the offsets stands; false where there is none. */
    boolean readFromWord(int start, int wordEnd) {
        int length = wordEnd - start;
        if (length < 3 || length > LONGEST_NAME) {
            return false;
        }
        // Few words have a number behind them, so that comes first.
        int at = blanksFrom(abbreviationPoint(wordEnd, start));
        if (at == wordEnd || at >= text.length() || !Character.isDigit(text.charAt(at))) {
            return false;
        }
        String name = nameBetween(start, wordEnd);
        int english = Months.ofEnglishNameOrAbbreviation(name);
        int named = english == 0 ? Months.ofOtherNameOrAbbreviation(name) : english;
        if (named == 0) {
            return false;
        }
        int digitsEnd = numbers.digitsFrom(at);
        month = named;
        year = 0;
        day = 0;
        if (digitsEnd - at == 4) {
            return wordEndsAt(digitsEnd) && readYear(wordEnd);
        }
        if (english == 0) {
            // Only English puts the day behind the month.
            return false;
        }
        int number = dayBetween(at, digitsEnd);
        int behind = ordinalFrom(digitsEnd);
        if (number == 0 || !wordEndsAt(behind) || goesOnAsNumber(behind)) {
            return false;
        }
        day = number;
        end = behind;
        readYear(behind);
        return true;
    }

    private boolean readIso(int start, int digitsEnd) {
        if (digitsEnd + 6 > text.length()) {
            return false;
        }
        char separator = text.charAt(digitsEnd);
        if (!(Letters.isDash(separator) || separator == '/') || text.charAt(digitsEnd + 3) != separator) {
            return false;
        }
        int monthEnd = numbers.digitsFrom(digitsEnd + 1);
        int dayStart = digitsEnd + 4;
        int dayEnd = numbers.digitsFrom(dayStart);
        if (monthEnd - digitsEnd != 3 || dayEnd - dayStart != 2) {
            return false;
        }
        boolean time = dayEnd + 1 < text.length()
                && (text.charAt(dayEnd) == 'T' || text.charAt(dayEnd) == 't')
                && Character.isDigit(text.charAt(dayEnd + 1));
        int readMonth = value(digitsEnd + 1, monthEnd);
        int readDay = dayBetween(dayStart, dayEnd);
        if (readMonth < 1 || readMonth > 12 || readDay == 0 || !(time || wordEndsAt(dayEnd))) {
            return false;
        }
        year = value(start, digitsEnd);
        month = readMonth;
        day = readDay;
        end = time ? dayEnd + 1 : dayEnd;
        return true;
    }

    /** Reads the year that follows here, perhaps behind a comma or the point of an abbreviation. */
    private boolean readYear(int from) {
        int at = from;
        if (at < text.length() && (text.charAt(at) == ',' || text.charAt(at) == '.')) {
            at++;
        }
        int start = blanksFrom(at);
        int digitsEnd = numbers.digitsFrom(start);
        if (start == at || digitsEnd - start != 4 || !wordEndsAt(digitsEnd) || goesOnAsNumber(digitsEnd)) {
            return false;
        }
        int read = value(start, digitsEnd);
        if (read < 1000) {
            return false;
        }
        year = read;
        end = digitsEnd;
        return true;
    }

    private String nameBetween(int start, int wordEnd) {
        int length = wordEnd - start;
        if (length < 3 || length > LONGEST_NAME || INITIALS.indexOf(Letters.fold(text.charAt(start))) < 0) {
            return "";
        }
        StringBuilder name = new StringBuilder(length);
        boolean composed = true;
        for (int i = start; i < wordEnd; i++) {
            char c = text.charAt(i);
            composed &= c < 0x300;
            name.appendCodePoint(Letters.fold(c));
        }
        return composed ? name.toString() : Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** Behind the point of "Mar.", where the month is abbreviated and something follows it. */
    private int abbreviationPoint(int wordEnd, int start) {
        return wordEnd - start <= 4 && wordEnd < text.length() && text.charAt(wordEnd) == '.' ? wordEnd + 1 : wordEnd;
    }

    private int dayBetween(int start, int digitsEnd) {
        int value = digitsEnd - start > 2 ? 0 : value(start, digitsEnd);
        return value > 31 ? 0 : value;
    }

    private int value(int start, int digitsEnd) {
        int value = 0;
        for (int i = start; i < digitsEnd; i++) {
            value = value * 10 + Character.digit(text.charAt(i), 10);
        }
        return value;
    }

    /** Behind "st", "nd", "rd", "th", or the "er" of French. */
    private int ordinalFrom(int at) {
        if (at + 1 < text.length()) {
            int first = Letters.fold(text.charAt(at));
            int second = Letters.fold(text.charAt(at + 1));
            if ((first == 's' && second == 't')
                    || (first == 'n' && second == 'd')
                    || (first == 'r' && second == 'd')
                    || (first == 't' && second == 'h')
                    || (first == 'e' && second == 'r')) {
                return at + 2;
            }
        }
        return at;
    }

    private int blanksFrom(int start) {
        int at = start;
        while (at < text.length() && at - start < 8 && Letters.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int lettersFrom(int start) {
        int at = start;
        while (at < text.length() && at - start < 12 && Letters.isWordPart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private boolean isWord(int at, String word) {
        return text.regionMatches(true, at, word, 0, word.length()) && wordEndsAt(at + word.length());
    }

    private boolean wordEndsAt(int at) {
        return at >= text.length() || !Letters.isWordPart(text.codePointAt(at));
    }

    /** Whether what looked like a whole number has a fraction, a group of thousands or a percentage behind it. */
    private boolean goesOnAsNumber(int at) {
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return c == '%'
                || ((c == '.' || c == ',' || c == ':')
                        && at + 1 < text.length()
                        && Character.isDigit(text.charAt(at + 1)));
    }
}
