package dev.retrial.text;

import org.jspecify.annotations.Nullable;

/** The ways to write a currency, as far as they say which one it is; a bare dollar is a US dollar. */
final class Money {

    private Money() {}

    /** The currency of a sign, or null where it is none; a sign of which we know no code stands for itself. */
    static @Nullable String ofSign(int c) {
        return switch (c) {
            case '$' -> "USD";
            case '\u20AC' -> "EUR";
            case '\u00A3' -> "GBP";
            case '\u00A5' -> "JPY";
            case '\u20B9' -> "INR";
            default -> c > 0x7F && Character.getType(c) == Character.CURRENCY_SYMBOL ? Character.toString(c) : null;
        };
    }

    /** The currency of the letters before a dollar sign, as in {@code US$}, or null. */
    static @Nullable String ofDollarPrefix(CharSequence letters) {
        return switch (upper(letters)) {
            case "US" -> "USD";
            case "CA", "C" -> "CAD";
            case "AU", "A" -> "AUD";
            case "NZ" -> "NZD";
            case "HK" -> "HKD";
            case "SG", "S" -> "SGD";
            case "MX" -> "MXN";
            case "R" -> "BRL";
            default -> null;
        };
    }

    /** The currency that a word beside a number names, or null; codes that are English words count in capitals only. */
    static @Nullable String ofWord(CharSequence word) {
        if (word.length() < 3 || word.length() > 7) {
            return null;
        }
        String upper = upper(word);
        return switch (upper) {
            case "USD",
                    "EUR",
                    "GBP",
                    "CHF",
                    "JPY",
                    "AUD",
                    "NZD",
                    "SEK",
                    "NOK",
                    "DKK",
                    "PLN",
                    "CZK",
                    "HUF",
                    "INR",
                    "CNY",
                    "HKD",
                    "SGD",
                    "BRL",
                    "MXN",
                    "ZAR",
                    "KRW",
                    "ILS",
                    "THB" -> upper;
            case "CAD", "TRY", "RON", "PHP" -> upper.contentEquals(word) ? upper : null;
            case "DOLLAR", "DOLLARS" -> "USD";
            case "EURO", "EUROS" -> "EUR";
            case "PERCENT" -> "%";
            default -> null;
        };
    }

    private static String upper(CharSequence word) {
        StringBuilder upper = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            upper.append(Character.toUpperCase(word.charAt(i)));
        }
        return upper.toString();
    }
}
