package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import java.text.Normalizer;

/** {@code $like: text}: text that is equal but for case, blanks and punctuation. */
record LikeValue(String bare, JsonNode written) implements ValueMatcher {

    static ValueMatcher read(Spec operand) throws InvalidExpectation {
        String bare = bare(operand.text());
        if (bare.isEmpty()) {
            throw operand.invalid("nothing is left of this text without blanks and punctuation");
        }
        return new LikeValue(bare, operand.json());
    }

    @Override
    public boolean matches(JsonNode actual) {
        if (!actual.isTextual()) {
            return false;
        }
        String letters = withoutBlanksAndPunctuation(actual.textValue());
        // Normalising takes time that can grow with the square of a hostile text, which is never as short as ours.
        return letters.length() <= 8 * bare.length() && bare.equals(bare(letters));
    }

    @Override
    public String describe() {
        return "{\"$like\":" + CompactJson.of(written) + "}";
    }

    private static String bare(String text) {
        String composed = withoutBlanksAndPunctuation(Normalizer.normalize(text, Normalizer.Form.NFKC));
        StringBuilder bare = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); ) {
            int c = composed.codePointAt(i);
            i += Character.charCount(c);
            // By way of the upper case, since some letters have two lower ones.
            bare.appendCodePoint(Character.toLowerCase(Character.toUpperCase(c)));
        }
        return bare.toString();
    }

    private static String withoutBlanksAndPunctuation(String text) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (!isBlankOrPunctuation(c)) {
                letters.appendCodePoint(c);
            }
        }
        return letters.toString();
    }

    private static boolean isBlankOrPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> true;
            default -> c == '`' || c == '\u00B4';
        };
    }
}
