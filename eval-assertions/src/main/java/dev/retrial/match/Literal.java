package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;

/** A scalar as it was written. */
final class Literal {

    private Literal() {}

    static ValueMatcher of(JsonNode value) {
        if (value.isTextual()) {
            return new Text(value.textValue(), value);
        }
        if (value.isNumber()) {
            return new Numeric(value);
        }
        return new Constant(value);
    }

    /** Text, equal but for how Unicode composes it. */
    private record Text(String text, JsonNode written) implements ValueMatcher {

        @Override
        public boolean matches(JsonNode actual) {
            if (!actual.isTextual()) {
                return false;
            }
            String other = actual.textValue();
            if (text.equals(other)) {
                return true;
            }
            // Normalising takes time that can grow with the square of a hostile text, which is never as short as ours.
            if (other.length() > 8 * text.length() || (isAscii(text) && isAscii(other))) {
                return false;
            }
            return Normalizer.normalize(text, Normalizer.Form.NFC)
                    .equals(Normalizer.normalize(other, Normalizer.Form.NFC));
        }

        @Override
        public String describe() {
            return CompactJson.of(written);
        }

        private static boolean isAscii(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) > 0x7F) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A number, equal by value. */
    private record Numeric(JsonNode number) implements ValueMatcher {

        @Override
        public boolean matches(JsonNode actual) {
            return actual.isNumber() && JsonNumbers.compare(number, actual) == 0;
        }

        @Override
        public String describe() {
            return CompactJson.of(number);
        }
    }

    /** true, false or null. */
    private record Constant(JsonNode constant) implements ValueMatcher {

        @Override
        public boolean matches(JsonNode actual) {
            return constant.equals(actual);
        }

        @Override
        public String describe() {
            return CompactJson.of(constant);
        }
    }
}
