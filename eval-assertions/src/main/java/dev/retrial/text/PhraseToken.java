package dev.retrial.text;

import org.jspecify.annotations.Nullable;

/** One token of a phrase, and which tokens of a text say the same. */
sealed interface PhraseToken {

    /** Whether the token on which the cursor stands says at least this. */
    boolean isSaidBy(Tokens token);

    /** How much of a near miss it is where this token is the one that fits. */
    int weight();

    /** The word by whose first letters every token begins that says this one, or null where there is none. */
    default @Nullable String onlyAsWord() {
        return null;
    }

    /** Letters that stand side by side wherever this is said, in lower case; or nothing, where it may be said otherwise. */
    default String letters() {
        return "";
    }

    /** Keeps the token on which the cursor stands. */
    static PhraseToken copyOf(Tokens token) {
        return switch (token.kind) {
            case WORD -> {
                String text = token.word.toString();
                yield new Word(text, Months.ofName(text));
            }
            case SIGN -> new Sign(token.word.toString());
            case NUMBER -> Figure.of(token.digits().toString(), token.fraction().toString(), token.unit);
            case DATE -> new Date(token.year(), token.month(), token.day());
        };
    }

    /** A word; the name of a month is said by any date of that month. */
    record Word(String text, int month) implements PhraseToken {

        @Override
        public boolean isSaidBy(Tokens token) {
            return switch (token.kind) {
                case WORD -> text.contentEquals(token.word);
                case DATE -> month != 0 && month == token.month();
                case NUMBER, SIGN -> false;
            };
        }

        @Override
        public String letters() {
            // A month is said by a day in figures too.
            return month == 0 ? text : "";
        }

        @Override
        public int weight() {
            return text.length();
        }

        @Override
        public @Nullable String onlyAsWord() {
            return month == 0 ? text : null;
        }
    }

    /**
     * A word in any of its forms, as far as the usual endings of nouns and adjectives make them.
     *
     * @param exact the word as it is written
     * @param stem the word without its ending
     */
    record Inflected(Word exact, String stem) implements PhraseToken {

        private static final String ENDINGS = " e s n en es er em ern x ";
        private static final int SHORTEST = 3;

        static Inflected of(Word word) {
            String text = word.text();
            String stem = text;
            for (int length = 2; length > 0 && stem.equals(text); length--) {
                int cut = text.length() - length;
                if (cut >= SHORTEST && isEnding(text.substring(cut))) {
                    stem = text.substring(0, cut);
                }
            }
            return new Inflected(word, stem);
        }

        @Override
        public boolean isSaidBy(Tokens token) {
            if (exact.isSaidBy(token)) {
                return true;
            }
            // "plan" is no stem "pla" with an ending, and still has "plans".
            return token.kind == Tokens.Kind.WORD && (begins(stem, token) || begins(exact.text(), token));
        }

        /** Whether the word is this beginning and at most an ending. */
        private static boolean begins(String beginning, Tokens token) {
            return beginning.length() >= SHORTEST
                    && token.word.indexOf(beginning) == 0
                    && (token.word.length() == beginning.length()
                            || isEnding(token.word.substring(beginning.length())));
        }

        @Override
        public String letters() {
            return exact.month() == 0 ? stem : "";
        }

        private static boolean isEnding(String ending) {
            return ENDINGS.contains(" " + ending + " ");
        }

        @Override
        public int weight() {
            return exact.weight();
        }

        @Override
        public @Nullable String onlyAsWord() {
            return exact.onlyAsWord();
        }
    }

    /** A sign. */
    record Sign(String text) implements PhraseToken {

        @Override
        public boolean isSaidBy(Tokens token) {
            return token.kind == Tokens.Kind.SIGN && text.contentEquals(token.word);
        }

        @Override
        public int weight() {
            return 0;
        }
    }

    /**
     * A number; without a unit it is said with any, so that {@code 89} is in {@code $89}.
     *
     * <p>{@code 89.00} says {@code 89}, and {@code $1.50} says {@code $1.5}; without a unit {@code 1.10} and {@code 1.1} may be versions and stay two.
     */
    record Figure(
            String digits,
            String fraction,
            String trimmed,
            @Nullable String unit) implements PhraseToken {

        static Figure of(String digits, String fraction, @Nullable String unit) {
            return new Figure(digits, fraction, trimmed(fraction), unit);
        }

        @Override
        public boolean isSaidBy(Tokens token) {
            return switch (token.kind) {
                case NUMBER ->
                    digits.contentEquals(token.digits())
                            && (unit == null || unit.equals(token.unit))
                            && fractionIs(token.fraction(), unit != null || token.unit != null);
                case DATE ->
                    unit == null
                            && fraction.isEmpty()
                            && (isValue(token.year()) || (digits.length() <= 2 && isValue(token.day())));
                case WORD, SIGN -> false;
            };
        }

        private boolean fractionIs(StringBuilder other, boolean counted) {
            if (fraction.contentEquals(other)) {
                return true;
            }
            boolean bothGiven = !fraction.isEmpty() && !other.isEmpty();
            return (counted || !bothGiven) && trimmed.contentEquals(trimmed(other));
        }

        private boolean isValue(int value) {
            return value > 0 && digits.equals(Integer.toString(value));
        }

        private static String trimmed(CharSequence fraction) {
            int end = fraction.length();
            while (end > 0 && fraction.charAt(end - 1) == '0') {
                end--;
            }
            return fraction.subSequence(0, end).toString();
        }

        @Override
        public int weight() {
            return 3;
        }
    }

    /** A date; what it does not give (a year, a day) may be anything. */
    record Date(int year, int month, int day) implements PhraseToken {

        @Override
        public boolean isSaidBy(Tokens token) {
            return token.kind == Tokens.Kind.DATE
                    && month == token.month()
                    && (year == 0 || year == token.year())
                    && (day == 0 || day == token.day());
        }

        @Override
        public int weight() {
            return 6;
        }
    }
}
