package dev.retrial.check.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.match.CompactJson;
import dev.retrial.text.LooseText;
import dev.retrial.text.Phrase;
import dev.retrial.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the agent handed to a person.
 *
 * @param turn the turn in which it did
 * @param payload what the person reads: text, or a map of fields
 * @param beside what went along with it: the other arguments of the tool; the payload itself where there are none
 */
record HandedOver(int turn, JsonNode payload, JsonNode beside) {

    /** The field of this name that is filled, or null. */
    @Nullable
    JsonNode field(String name) {
        JsonNode field = payload.isObject() && payload.has(name) ? payload.get(name) : beside.get(name);
        return field == null || !isFilled(field) ? null : field;
    }

    private static boolean isFilled(JsonNode value) {
        if (value.isTextual()) {
            return !value.textValue().isBlank();
        }
        return !value.isNull() && !value.isMissingNode() && !(value.isContainerNode() && value.isEmpty());
    }

    /** Whether some text of the payload says the phrase. */
    boolean says(Phrase phrase) {
        for (String text : texts()) {
            if (phrase.isIn(text)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the value stands in the payload or beside it, in whatever layout. */
    boolean holds(String value) {
        LooseText loose = LooseText.of(value);
        Phrase phrase = Phrase.of(value);
        List<String> texts = texts();
        addTexts(beside, texts);
        for (String text : texts) {
            if (phrase.isIn(text) || loose.find(text, 0) != null) {
                return true;
            }
        }
        return false;
    }

    /** Whether the payload is a text with something behind this name and a colon: {@code Tried: a new token}. */
    boolean isLabelled(String name) {
        if (!payload.isTextual()) {
            return false;
        }
        String text = payload.textValue();
        int colon = text.indexOf(':');
        while (colon >= 0) {
            if (endsWith(text, colon, name) && begins(text, colon + 1)) {
                return true;
            }
            colon = text.indexOf(':', colon + 1);
        }
        return false;
    }

    private static boolean endsWith(String text, int end, String name) {
        int start = end - name.length();
        return start >= 0
                && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
                && sameWords(text, start, name);
    }

    /** {@code order_id} is written {@code Order ID} where people read it. */
    private static boolean sameWords(String text, int start, String name) {
        for (int i = 0; i < name.length(); i++) {
            char wanted = name.charAt(i);
            char written = text.charAt(start + i);
            boolean same = Character.toLowerCase(wanted) == Character.toLowerCase(written)
                    || ((wanted == '_' || wanted == '-') && written == ' ');
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** Whether something is said here before the line ends. */
    private static boolean begins(String text, int from) {
        int end = text.indexOf('\n', from);
        return new Words(text.substring(from, end < 0 ? text.length() : end)).next();
    }

    /** The texts and numbers of the payload, in order. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        addTexts(payload, texts);
        return texts;
    }

    private static void addTexts(JsonNode value, List<String> texts) {
        if (value.isContainerNode()) {
            for (JsonNode child : value) {
                addTexts(child, texts);
            }
        } else if (isFilled(value)) {
            texts.add(value.asText());
        }
    }

    /** The payload for a message. */
    String shown() {
        return payload.isMissingNode() ? "an empty hand-off" : CompactJson.of(payload);
    }
}
