package dev.retrial.suite.yaml;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Holds nodes against a shape and says what does not fit. */
final class Conformance {

    private final Complaints complaints;

    Conformance(Complaints complaints) {
        this.complaints = complaints;
    }

    boolean accepts(YamlNode node, Shape shape, String key, boolean item) {
        if (node instanceof YamlScalar scalar) {
            return scalar(scalar, shape, key, item);
        }
        if (node instanceof YamlSequence sequence) {
            return sequence(sequence, shape, key, item);
        }
        return mapping((YamlMapping) node, shape, key, item);
    }

    private boolean sequence(YamlSequence sequence, Shape shape, String key, boolean item) {
        if (shape.items == null) {
            return wrongType(sequence, shape, key, item);
        }
        List<YamlNode> items = sequence.items();
        if (items.size() < shape.minItems) {
            complaints.at(
                    sequence,
                    items.isEmpty()
                            ? "the list " + Words.quoted(key) + " is empty: give it an item or leave it out"
                            : "the list " + Words.quoted(key) + " needs at least " + shape.minItems + " items");
            return false;
        }
        boolean sound = true;
        for (int i = 0; i < items.size(); i++) {
            sound &= accepts(items.get(i), shape.items, key, true);
        }
        return sound;
    }

    private boolean mapping(YamlMapping mapping, Shape shape, String key, boolean item) {
        if (shape.properties == null) {
            return wrongType(mapping, shape, key, item);
        }
        boolean sound = acceptsKeys(mapping, shape, key);
        List<YamlMapping.Entry> entries = mapping.entries();
        for (int i = 0; i < entries.size(); i++) {
            YamlMapping.Entry entry = entries.get(i);
            Shape value = shape.property(entry.name());
            if (value != null) {
                sound &= accepts(entry.value(), value, entry.name(), false);
            }
        }
        return sound;
    }

    boolean acceptsKeys(YamlMapping mapping, Shape shape, String key) {
        boolean sound = true;
        List<YamlMapping.Entry> entries = mapping.entries();
        for (int i = 0; i < entries.size(); i++) {
            YamlScalar name = entries.get(i).key();
            if (shape.property(name.text()) == null) {
                Set<String> known = shape.keys();
                complaints.at(name, Words.missing("unknown key", name.text(), known));
                sound = false;
            } else if (shape.keyPattern != null && !shape.keyPattern.isIn(name.text())) {
                complaints.at(
                        name, "the key " + Words.quoted(name.text()) + " must match " + shape.keyPattern.source());
                sound = false;
            }
        }
        for (String needed : shape.required) {
            if (mapping.entry(needed) == null) {
                complaints.at(mapping, "the key '" + needed + "' is missing");
                sound = false;
            }
        }
        if (entries.size() < shape.minProperties) {
            complaints.at(
                    mapping,
                    entries.isEmpty()
                            ? "the map " + Words.quoted(key) + " is empty: give it a key or leave it out"
                            : "the map " + Words.quoted(key) + " needs at least " + shape.minProperties + " keys");
            sound = false;
        } else if (entries.size() > shape.maxProperties) {
            complaints.at(
                    mapping,
                    shape.maxProperties == 1
                            ? "this map takes one key: begin a new item for the next"
                            : "this map takes at most " + shape.maxProperties + " keys");
            sound = false;
        }
        return sound;
    }

    private boolean scalar(YamlScalar scalar, Shape shape, String key, boolean item) {
        if (!shape.allowsScalar()) {
            return wrongType(scalar, shape, key, item);
        }
        if (!scalar.plain()) {
            return text(scalar, shape, key, item);
        }
        if (shape.isText()) {
            if (scalar.text().isEmpty()) {
                return empty(scalar, shape, key, item);
            }
            if (item) {
                PlainScalar form = PlainScalar.of(scalar.text());
                if (form != PlainScalar.TEXT) {
                    return quoteIt(scalar, form);
                }
            }
            return text(scalar, shape, key, item);
        }
        return plain(scalar, PlainScalar.of(scalar.text()), shape, key, item);
    }

    private boolean plain(YamlScalar scalar, PlainScalar form, Shape shape, String key, boolean item) {
        return switch (form) {
            case TEXT, DATE -> text(scalar, shape, key, item);
            case NUMBER ->
                shape.any || shape.number ? number(scalar, shape, key, item) : notText(scalar, form, shape, key, item);
            case TRUE, FALSE ->
                shape.any
                        || shape.truth && (shape.onlyTruth == null || shape.onlyTruth == (form == PlainScalar.TRUE))
                        || notText(scalar, form, shape, key, item);
            case NULL -> shape.any || shape.nothing || notText(scalar, form, shape, key, item);
            case OTHER_NUMBER, OTHER_TRUTH, OTHER_NULL, SPECIAL ->
                scalar.text().isEmpty() ? empty(scalar, shape, key, item) : notText(scalar, form, shape, key, item);
        };
    }

    /** A plain scalar that some reader takes for something else than text, where that something is not allowed. */
    private boolean notText(YamlScalar scalar, PlainScalar form, Shape shape, String key, boolean item) {
        return shape.any || shape.text && shape.words == null
                ? quoteIt(scalar, form)
                : wrongType(scalar, shape, key, item);
    }

    private boolean quoteIt(YamlScalar scalar, PlainScalar form) {
        complaints.at(scalar, "YAML may read this as " + form.description() + ": quote it");
        return false;
    }

    private boolean empty(YamlScalar scalar, Shape shape, String key, boolean item) {
        complaints.at(
                scalar,
                (item ? "an item of " : "") + Words.quoted(key) + " has no value: "
                        + (shape.any ? "write null, or \"\" for an empty text" : "expected " + shape.description()));
        return false;
    }

    private boolean number(YamlScalar scalar, Shape shape, String key, boolean item) {
        BigDecimal number = JsonValues.decimal(scalar.text());
        if (number == null) {
            complaints.at(scalar, "this number is too long: quote it if it is text");
            return false;
        }
        if (shape.any) {
            return true;
        }
        if (shape.wholeNumber && number.stripTrailingZeros().scale() > 0) {
            return wrongType(scalar, shape, key, item);
        }
        if (shape.minimum != null && number.compareTo(shape.minimum) < 0) {
            complaints.at(scalar, Words.quoted(key) + " must be at least " + shape.minimum.toPlainString());
            return false;
        }
        if (shape.maximum != null && number.compareTo(shape.maximum) > 0) {
            complaints.at(scalar, Words.quoted(key) + " must be at most " + shape.maximum.toPlainString());
            return false;
        }
        return true;
    }

    private boolean text(YamlScalar scalar, Shape shape, String key, boolean item) {
        if (shape.any) {
            return true;
        }
        String text = scalar.text();
        if (shape.variables && text.contains("${")) {
            return true;
        }
        if (!shape.text) {
            return wrongType(scalar, shape, key, item);
        }
        Collection<String> words = shape.words;
        if (words != null) {
            if (words.contains(text)) {
                return true;
            }
            complaints.at(scalar, Words.missing("unknown value for " + Words.quoted(key) + ":", text, words));
            return false;
        }
        if (text.length() < shape.minLength) {
            complaints.at(scalar, (item ? "an item of " : "") + Words.quoted(key) + " is empty");
            return false;
        }
        if (shape.day ? !isDay(text) : shape.pattern != null && !shape.pattern.isIn(text)) {
            complaints.at(
                    scalar,
                    (shape.patternMeaning != null
                                    ? shape.patternMeaning
                                    : shape.pattern == null
                                            ? "expected a day such as 2026-12-31"
                                            : "expected text that matches " + shape.pattern.source())
                            + " for " + Words.quoted(key));
            return false;
        }
        return true;
    }

    private static boolean isDay(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            char c = text.charAt(i);
            if (i != 4 && i != 7 && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private boolean wrongType(YamlNode node, Shape shape, String key, boolean item) {
        complaints.at(
                node,
                "expected " + shape.description() + " for " + (item ? "an item of " : "") + Words.quoted(key)
                        + ", found " + found(node));
        return false;
    }

    private static String found(YamlNode node) {
        if (node instanceof YamlSequence) {
            return "a list";
        }
        if (node instanceof YamlScalar scalar) {
            PlainScalar form = scalar.plain() ? PlainScalar.of(scalar.text()) : PlainScalar.TEXT;
            return scalar.isEmpty()
                    ? "nothing"
                    : form == PlainScalar.DATE || !form.isJson() ? "text" : form.description();
        }
        return "a map";
    }
}
