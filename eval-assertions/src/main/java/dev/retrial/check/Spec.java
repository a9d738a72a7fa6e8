package dev.retrial.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON value that somebody wrote by hand, and the strict way to read it.
 *
 * <p>Every reader either returns what it promises or throws an {@link InvalidExpectation} that holds the place's JSON Pointer, what is wrong, and the nearest known word.
 * The values themselves are never part of a reason, since they may be secrets.
 *
 * <pre>{@code
 * Spec spec = Spec.of(json).allowing("max", "words");
 * int max = spec.required("max").integer(0, 1000);
 * List<String> words = spec.required("words").texts();
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Spec {

    private final @Nullable Spec parent;
    private final String key;
    private final JsonNode value;

    private Spec(@Nullable Spec parent, String key, JsonNode value) {
        this.parent = parent;
        this.key = key;
        this.value = value;
    }

    /** The value as a whole; its pointer is empty. */
    public static Spec of(JsonNode value) {
        return new Spec(null, "", value);
    }

    /** The value at this place, as it is. */
    public JsonNode json() {
        return value;
    }

    /** The JSON Pointer (RFC 6901) of this place. */
    public String pointer() {
        if (parent == null) {
            return "";
        }
        StringBuilder pointer = new StringBuilder();
        appendPointer(pointer);
        return pointer.toString();
    }

    private void appendPointer(StringBuilder pointer) {
        if (parent != null) {
            parent.appendPointer(pointer);
            pointer.append('/').append(escaped(key));
        }
    }

    /** The key or index under which this place is reached, or an empty text for the whole value. */
    public String key() {
        return key;
    }

    /** Whether a map is here. */
    public boolean isMap() {
        return value.isObject();
    }

    /** Whether a list is here. */
    public boolean isList() {
        return value.isArray();
    }

    /** Whether text is here. */
    public boolean isText() {
        return value.isTextual();
    }

    /** Whether a number is here. */
    public boolean isNumber() {
        return value.isNumber();
    }

    /** Whether this place is {@code null} or has no value. */
    public boolean isEmpty() {
        return value.isNull() || value.isMissingNode();
    }

    /** Whether this map has the key. */
    public boolean has(String name) {
        return value.has(name);
    }

    /**
     * Refuses every key that is not one of these.
     *
     * @return this map
     */
    public Spec allowing(String... keys) throws InvalidExpectation {
        return allowing(List.of(keys));
    }

    /**
     * Refuses every key that is not one of these.
     *
     * @return this map
     */
    public Spec allowing(Collection<String> keys) throws InvalidExpectation {
        map();
        for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!keys.contains(name)) {
                throw child(name).unknown("unknown key", name, keys);
            }
        }
        return this;
    }

    /** What is under this key, which must be there. */
    public Spec required(String name) throws InvalidExpectation {
        map();
        JsonNode found = value.get(name);
        if (found == null) {
            throw invalid("the key '" + name + "' is missing");
        }
        return new Spec(this, name, found);
    }

    /** What is under this key, or null where the key is left out. */
    public @Nullable Spec optional(String name) throws InvalidExpectation {
        map();
        JsonNode found = value.get(name);
        return found == null ? null : new Spec(this, name, found);
    }

    /** The entries of this map, in their order, by key; at least one. */
    public Map<String, Spec> entries() throws InvalidExpectation {
        map();
        if (value.isEmpty()) {
            throw invalid("this map is empty: give it a key or leave it out");
        }
        Map<String, Spec> entries = new LinkedHashMap<>();
        for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            entries.put(name, child(name));
        }
        return entries;
    }

    /** The one entry of this map. */
    public Spec onlyEntry() throws InvalidExpectation {
        map();
        if (value.size() != 1) {
            throw invalid("expected a map with one key, found " + value.size() + " keys");
        }
        return child(value.fieldNames().next());
    }

    /** The items of this list, at least one. */
    public List<Spec> items() throws InvalidExpectation {
        if (!value.isArray()) {
            throw wrongType("a list");
        }
        if (value.isEmpty()) {
            throw invalid("this list is empty: give it an item or leave it out");
        }
        List<Spec> items = new ArrayList<>(value.size());
        for (int i = 0; i < value.size(); i++) {
            items.add(new Spec(this, Integer.toString(i), value.get(i)));
        }
        return items;
    }

    /** The items of a list of at least one, or this place itself where it is no list. */
    public List<Spec> oneOrMore() throws InvalidExpectation {
        return value.isArray() ? items() : List.of(this);
    }

    /** The text here; never blank. */
    public String text() throws InvalidExpectation {
        if (!value.isTextual()) {
            throw wrongType("text");
        }
        String text = value.textValue();
        if (text.isBlank()) {
            throw invalid("this text is empty");
        }
        return text;
    }

    /** The texts of this list, at least one. */
    public List<String> texts() throws InvalidExpectation {
        List<Spec> items = items();
        List<String> texts = new ArrayList<>(items.size());
        for (Spec item : items) {
            texts.add(item.text());
        }
        return texts;
    }

    /** The truth value here. */
    public boolean bool() throws InvalidExpectation {
        if (!value.isBoolean()) {
            throw wrongType("true or false");
        }
        return value.booleanValue();
    }

    /** The number here, exactly. */
    public BigDecimal number() throws InvalidExpectation {
        if (!value.isNumber()) {
            throw wrongType("a number");
        }
        if (value.isFloatingPointNumber() && !value.isBigDecimal() && !Double.isFinite(value.doubleValue())) {
            throw invalid("this number is too large");
        }
        return value.decimalValue();
    }

    /** The whole number here, within the bounds. */
    public int integer(int min, int max) throws InvalidExpectation {
        BigDecimal number = number();
        if (number.compareTo(BigDecimal.valueOf(min)) < 0 || number.compareTo(BigDecimal.valueOf(max)) > 0) {
            throw invalid("expected a whole number from " + min + (max == Integer.MAX_VALUE ? "" : " to " + max));
        }
        // The bounds come first: a number of a thousand million digits never gets here.
        if (number.stripTrailingZeros().scale() > 0) {
            throw invalid("expected a whole number");
        }
        return number.intValue();
    }

    /** The text here, which must be one of these words. */
    public String word(Collection<String> words) throws InvalidExpectation {
        String text = text();
        if (!words.contains(text)) {
            throw unknown("expected one of " + String.join(", ", words) + "; unknown word", text, words);
        }
        return text;
    }

    /** The text here, which must be one of these words. */
    public String word(String... words) throws InvalidExpectation {
        return word(List.of(words));
    }

    /** Refuses anything but a map. */
    public Spec map() throws InvalidExpectation {
        if (!value.isObject()) {
            throw wrongType("a map");
        }
        return this;
    }

    /** A mistake at this place. */
    public InvalidExpectation invalid(String reason) {
        return new InvalidExpectation(pointer(), reason, null);
    }

    /** A mistake at this place: what reads it refused it, and said why. */
    public InvalidExpectation invalid(IllegalArgumentException refusal) {
        String reason = refusal.getMessage();
        return invalid(reason == null ? "this cannot be read" : reason);
    }

    /** A mistake at this place: it holds something else than {@code expected}, such as "a list of texts". */
    public InvalidExpectation wrongType(String expected) {
        String found = switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT, POJO -> "a map";
            case STRING, BINARY -> "text";
            case NUMBER -> "a number";
            case BOOLEAN -> "a truth value";
            case NULL, MISSING -> "nothing";
        };
        boolean quote = expected.equals("text") && (value.isNumber() || value.isBoolean());
        return invalid("expected " + expected + ", found " + found + (quote ? ": quote it" : ""));
    }

    /**
     * A mistake at this place: it names what does not exist.
     *
     * @param reason what kind of name it is, such as "unknown tool"; the name is added to it
     * @param name the name
     * @param known the names that exist
     */
    public InvalidExpectation unknown(String reason, String name, Collection<String> known) {
        return new InvalidExpectation(
                pointer(), reason + " '" + Nearest.shortened(name) + "'", Nearest.to(name, known));
    }

    private Spec child(String name) {
        return new Spec(this, name, value.get(name));
    }

    private static String escaped(String key) {
        return key.indexOf('~') < 0 && key.indexOf('/') < 0
                ? key
                : key.replace("~", "~0").replace("/", "~1");
    }
}
