package dev.retrial.check.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.Nearest;
import dev.retrial.scene.Facts;
import dev.retrial.scene.Scene;
import dev.retrial.text.SaidIndex;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the agent has been told so far, by whomever; what it says itself is no source. */
final class KnownToAgent {

    /** From so many words on a text is a wording of the agent's own, of which only the figures and names of things count. */
    private static final int WORDING = 4;

    private final Set<String> values = new LinkedHashSet<>();
    private final Set<BigDecimal> numbers = new HashSet<>();
    private final SaidIndex texts = new SaidIndex();

    /** What is known before anybody has said anything: the context, the facts, the day. */
    static KnownToAgent before(Scene scene) {
        KnownToAgent known = new KnownToAgent();
        known.add(scene.context());
        for (Facts.Fact fact : scene.facts().byName().values()) {
            known.add(fact.value());
        }
        known.add(scene.now().atZone(ZoneOffset.UTC).toLocalDate().toString());
        known.add(scene.now().toString());
        return known;
    }

    void add(String text) {
        if (values.add(folded(text))) {
            texts.add(text);
        }
    }

    void add(JsonNode json) {
        if (json.isContainerNode()) {
            for (JsonNode value : json) {
                add(value);
            }
        } else if (json.isNumber()) {
            numbers.add(plain(json));
        } else if (json.isTextual()) {
            add(json.textValue());
        }
    }

    /** Whether the scalar comes from anywhere; {@code true}, {@code false}, {@code null} and the empty text need not. */
    boolean holds(JsonNode scalar) {
        if (scalar.isNumber()) {
            BigDecimal number = plain(scalar);
            return numbers.contains(number) || texts.says(number.abs().toPlainString());
        }
        if (!scalar.isTextual() || scalar.textValue().isBlank()) {
            return true;
        }
        String text = scalar.textValue();
        return values.contains(folded(text)) || texts.says(text) || isKnownNumber(text) || isKnownWording(text);
    }

    private boolean isKnownNumber(String text) {
        if (text.length() > 40) {
            return false;
        }
        try {
            return numbers.contains(new BigDecimal(text).stripTrailingZeros());
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private boolean isKnownWording(String text) {
        String[] words = text.strip().split("\\s+", -1);
        if (words.length < WORDING) {
            return false;
        }
        for (String word : words) {
            String bare = bare(word);
            boolean telling = bare.indexOf('@') >= 0 || bare.chars().anyMatch(Character::isDigit);
            if (telling && !values.contains(folded(bare)) && !texts.says(bare) && !isKnownNumber(bare)) {
                return false;
            }
        }
        return true;
    }

    private static String bare(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && !Character.isLetterOrDigit(word.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(start, end);
    }

    /** The known value that looks most like it, or null. */
    @Nullable
    String nearest(JsonNode scalar) {
        return scalar.isTextual() ? Nearest.to(scalar.textValue(), values) : null;
    }

    private static BigDecimal plain(JsonNode number) {
        if (number.isFloatingPointNumber() && !number.isBigDecimal() && !Double.isFinite(number.doubleValue())) {
            return BigDecimal.ZERO;
        }
        return number.decimalValue().stripTrailingZeros();
    }

    private static String folded(String text) {
        return text.strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Adds each scalar below a value under its JSON Pointer. */
    static void scalars(JsonNode value, String pointer, Map<String, JsonNode> to) {
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                scalars(
                        field.getValue(),
                        pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                        to);
            }
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                scalars(value.get(i), pointer + "/" + i, to);
            }
        } else {
            to.put(pointer, value);
        }
    }
}
