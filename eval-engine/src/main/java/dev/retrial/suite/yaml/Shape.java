package dev.retrial.suite.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON Schema allows at one place, made ready to be walked together with YAML nodes.
 *
 * <p>Alternatives ({@code oneOf}, {@code anyOf}, a list of types) are one shape that allows what any of them allows: YAML tells maps, lists and scalars apart, and what is
 * left to tell apart is the binding's to do. {@link ShapeCompiler} says which keywords count.
 */
public final class Shape {

    /** Anything, with JSON's types only. */
    public static final Shape FREE = free();

    /** Any text that is not empty. */
    public static final Shape TEXT = text();

    boolean any;
    boolean text;
    boolean number;
    boolean wholeNumber;
    boolean truth;
    boolean nothing;

    /** The only texts allowed, or null for any. */
    @Nullable
    Set<String> words;

    /** The only truth value allowed, or null for both. */
    @Nullable
    Boolean onlyTruth;

    @Nullable
    LazyPattern pattern;

    @Nullable
    String patternMeaning;

    int minLength;

    /** Whether the text is a path within the suite's directory. */
    boolean path;

    /** Whether the text is a day, {@code 2026-12-31}. */
    boolean day;

    @Nullable
    BigDecimal minimum;

    @Nullable
    BigDecimal maximum;

    /** The items of a list, or null where no list is allowed. */
    @Nullable
    Shape items;

    int minItems;

    /** The keys of a map, or null where no map is allowed. */
    @Nullable
    Map<String, Shape> properties;

    /** What stands under keys that are not named, or null where there may be none. */
    @Nullable
    Shape additional;

    Set<String> required = Set.of();
    int minProperties;
    int maxProperties = Integer.MAX_VALUE;

    @Nullable
    LazyPattern keyPattern;

    /** Whether text that holds an environment variable may stand for a number or a truth value. */
    boolean variables;

    Shape() {}

    private static Shape free() {
        Shape free = new Shape();
        free.any = true;
        free.items = free;
        free.properties = Map.of();
        free.additional = free;
        return free;
    }

    private static Shape text() {
        Shape text = new Shape();
        text.text = true;
        text.minLength = 1;
        return text;
    }

    /** Whether a node is what this shape allows, everything below it included; reports every mistake that it finds. */
    public boolean accepts(YamlNode node, String key, Complaints complaints) {
        return new Conformance(complaints).accepts(node, this, key, false);
    }

    /**
     * Whether the keys of this map are known, none is missing, and there are neither too few nor too many; the values are not looked at.
     *
     * @param key the key under which the map stands, for messages
     */
    public boolean acceptsKeys(YamlMapping mapping, String key, Complaints complaints) {
        return new Conformance(complaints).acceptsKeys(mapping, this, key);
    }

    /** The JSON of a node that this shape {@linkplain #accepts accepts}. */
    public JsonNode json(YamlNode node, TextPool pool) {
        return new JsonValues(pool).json(node, this, false);
    }

    /** What stands under this key, or null where the key is not known. */
    public @Nullable Shape property(String name) {
        if (properties == null) {
            return null;
        }
        Shape named = properties.get(name);
        return named == null ? additional : named;
    }

    /** Whether the text here is a path within the suite's directory. */
    public boolean isPath() {
        return path;
    }

    /** What the items of a list look like, or null where no list is allowed. */
    public @Nullable Shape items() {
        return items;
    }

    /** The keys that have a name, in the order of the schema. */
    public Set<String> keys() {
        return properties == null ? Set.of() : properties.keySet();
    }

    /** This shape, with further keys, each allowed but not required. */
    public Shape withKeys(Map<String, Shape> further) {
        Shape shape = new Shape();
        shape.merge(this);
        shape.required = required;
        Map<String, Shape> all = new LinkedHashMap<>(properties == null ? Map.of() : properties);
        all.putAll(further);
        shape.properties = all;
        return shape;
    }

    /** Whether only text may stand here, so that a scalar stays as it is written. */
    boolean isText() {
        return text && !any && !number && !truth && !nothing;
    }

    boolean allowsScalar() {
        return any || text || number || truth || nothing;
    }

    /** Allows what {@code other} allows, too. */
    void merge(Shape other) {
        boolean hadText = text;
        any |= other.any;
        wholeNumber = number && other.number ? wholeNumber && other.wholeNumber : wholeNumber || other.wholeNumber;
        minimum = number && other.number ? lower(minimum, other.minimum) : number ? minimum : other.minimum;
        maximum = number && other.number ? higher(maximum, other.maximum) : number ? maximum : other.maximum;
        number |= other.number;
        boolean bothTruths = truth && other.truth && !Objects.equals(onlyTruth, other.onlyTruth);
        onlyTruth = bothTruths ? null : truth ? onlyTruth : other.onlyTruth;
        truth |= other.truth;
        nothing |= other.nothing;
        mergeText(other, hadText);
        items = items == null ? other.items : other.items == null ? items : union(items, other.items);
        minItems = Math.max(minItems, other.minItems);
        mergeMap(other);
        variables |= other.variables;
    }

    private void mergeText(Shape other, boolean hadText) {
        if (!other.text) {
            return;
        }
        if (!hadText) {
            words = other.words;
            pattern = other.pattern;
            patternMeaning = other.patternMeaning;
            minLength = other.minLength;
            path = other.path;
            day = other.day;
        } else {
            if (words == null || other.words == null) {
                words = null;
            } else {
                words = new LinkedHashSet<>(words);
                words.addAll(other.words);
            }
            // Which of two patterns was meant is the binding's to say.
            pattern = null;
            patternMeaning = null;
            day = false;
            minLength = Math.min(minLength, other.minLength);
        }
        text = true;
    }

    private void mergeMap(Shape other) {
        if (other.properties == null) {
            return;
        }
        if (properties == null) {
            properties = other.properties;
            additional = other.additional;
            required = other.required;
            minProperties = other.minProperties;
            maxProperties = other.maxProperties;
            keyPattern = other.keyPattern;
            return;
        }
        Map<String, Shape> all = new LinkedHashMap<>(properties);
        for (Map.Entry<String, Shape> entry : other.properties.entrySet()) {
            Shape mine = all.get(entry.getKey());
            all.put(entry.getKey(), mine == null ? entry.getValue() : union(mine, entry.getValue()));
        }
        properties = all;
        additional = additional == null
                ? other.additional
                : other.additional == null ? additional : union(additional, other.additional);
        Set<String> both = new LinkedHashSet<>(required);
        both.retainAll(other.required);
        required = both;
        minProperties = Math.min(minProperties, other.minProperties);
        maxProperties = Math.max(maxProperties, other.maxProperties);
        keyPattern = null;
    }

    private static Shape union(Shape one, Shape other) {
        if (one == other) {
            return one;
        }
        Shape union = new Shape();
        union.merge(one);
        union.merge(other);
        return union;
    }

    private static @Nullable BigDecimal lower(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? null : one.min(other);
    }

    private static @Nullable BigDecimal higher(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? null : one.max(other);
    }

    /** What is allowed here, for a message: {@code a whole number, 'none' or a map}. */
    String description() {
        List<String> kinds = new ArrayList<>();
        if (any) {
            return "any value";
        }
        if (words != null) {
            for (String word : words) {
                kinds.add("'" + word + "'");
            }
        } else if (text) {
            kinds.add("text");
        }
        if (number) {
            kinds.add(wholeNumber ? "a whole number" : "a number");
        }
        if (truth) {
            kinds.add(onlyTruth == null ? "true or false" : onlyTruth.toString());
        }
        if (nothing) {
            kinds.add("null");
        }
        if (items != null) {
            kinds.add("a list");
        }
        if (properties != null) {
            kinds.add("a map");
        }
        int last = kinds.size() - 1;
        return last < 1 ? String.join("", kinds) : String.join(", ", kinds.subList(0, last)) + " or " + kinds.get(last);
    }
}
