package dev.retrial.mutants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.scene.Facts;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.ToolCall;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts and identifiers that are nearly right, in calls and in what is said. */
final class ValueMutants {

    private static final int MOST_IN_CALLS = 6;
    private static final int MOST_IN_REPLIES = 3;
    private static final int LONGEST_IDENTIFIER = 64;
    private static final BigDecimal MORE = BigDecimal.valueOf(7);
    private static final Pattern AMOUNT = Pattern.compile(
            "(?:[$€£]|\\b(?:USD|EUR|GBP) )[0-9][0-9,.]{0,20}|\\b[0-9][0-9,.]{0,20}(?: ?[€£]| (?:USD|EUR|GBP|dollars|euros|pounds)\\b)");

    private ValueMutants() {}

    static List<Mutant> amounts(Original original) {
        List<Mutant> mutants = inCalls(original, Mutation.CHANGE_AMOUNT, ValueMutants::otherNumber);
        String reply = original.lastReply();
        Set<String> amounts = new LinkedHashSet<>();
        for (Matcher found = AMOUNT.matcher(reply); found.find() && amounts.size() < MOST_IN_REPLIES; ) {
            String amount = found.group();
            amounts.add(
                    amount.endsWith(".") || amount.endsWith(",") ? amount.substring(0, amount.length() - 1) : amount);
        }
        addReplies(original, Mutation.CHANGE_AMOUNT, amounts, ValueMutants::otherFirstDigit, mutants);
        return mutants;
    }

    static List<Mutant> identifiers(Original original) {
        List<Mutant> mutants = inCalls(original, Mutation.CHANGE_ID, ValueMutants::otherIdentifier);
        Set<String> known = new LinkedHashSet<>();
        for (Facts.Fact fact : original.evalCase().facts().byName().values()) {
            addIdentifier(fact.value(), known);
        }
        for (ToolCall call : original.transcript().calls()) {
            addIdentifiers(call.arguments(), known);
        }
        Set<String> said = new LinkedHashSet<>();
        for (String identifier : known) {
            if (original.lastReply().contains(identifier) && said.size() < MOST_IN_REPLIES) {
                said.add(identifier);
            }
        }
        addReplies(original, Mutation.CHANGE_ID, said, ValueMutants::otherLastDigit, mutants);
        return mutants;
    }

    private static void addReplies(
            Original original,
            Mutation mutation,
            Set<String> values,
            UnaryOperator<String> change,
            List<Mutant> mutants) {
        for (String value : values) {
            String other = change.apply(value);
            mutants.add(new Mutant(
                    mutation,
                    "the reply says " + other + " for " + value,
                    original.withLastReply(original.lastReply().replace(value, other))));
        }
    }

    /** A change of one value; null where the value is none of those that it changes. */
    private interface Change {
        @Nullable
        JsonNode of(JsonNode value);
    }

    private static List<Mutant> inCalls(Original original, Mutation mutation, Change change) {
        List<Mutant> mutants = new ArrayList<>();
        List<Event> events = original.transcript().events();
        if (!original.transcript().callsKnown()) {
            return mutants;
        }
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof ToolCall call) {
                List<String> places = new ArrayList<>();
                places(call.arguments(), "", change, places);
                for (String place : places) {
                    if (mutants.size() < MOST_IN_CALLS) {
                        JsonNode arguments = call.arguments().deepCopy();
                        change(arguments, place, change);
                        ToolCall changed =
                                new ToolCall(call.turn(), call.name(), arguments, call.result(), call.status());
                        List<Event> all = new ArrayList<>(events);
                        all.set(i, changed);
                        mutants.add(new Mutant(mutation, "called " + CallMutants.shown(changed), original.with(all)));
                    }
                }
            }
        }
        return mutants;
    }

    /** The JSON Pointers of the values that can be changed. */
    private static void places(JsonNode json, String pointer, Change change, List<String> places) {
        if (json.isObject()) {
            json.properties()
                    .forEach(entry -> places(
                            entry.getValue(),
                            pointer + "/" + entry.getKey().replace("~", "~0").replace("/", "~1"),
                            change,
                            places));
        } else if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                places(json.get(i), pointer + "/" + i, change, places);
            }
        } else if (!pointer.isEmpty() && change.of(json) != null) {
            places.add(pointer);
        }
    }

    private static void change(JsonNode json, String pointer, Change change) {
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = json.at(pointer.substring(0, slash));
        JsonNode other = change.of(json.at(pointer));
        String key = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
        if (parent instanceof ObjectNode object) {
            object.set(key, other);
        } else if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(key), other);
        }
    }

    private static @Nullable JsonNode otherNumber(JsonNode value) {
        if (!value.isNumber()) {
            return null;
        }
        BigDecimal more = value.decimalValue().add(MORE);
        return value.isIntegralNumber()
                ? JsonNodeFactory.instance.numberNode(more.toBigInteger())
                : JsonNodeFactory.instance.numberNode(more);
    }

    private static @Nullable JsonNode otherIdentifier(JsonNode value) {
        return isIdentifier(value) ? JsonNodeFactory.instance.textNode(otherLastDigit(value.textValue())) : null;
    }

    private static void addIdentifiers(JsonNode json, Set<String> known) {
        if (json.isContainerNode()) {
            json.forEach(each -> addIdentifiers(each, known));
        } else {
            addIdentifier(json, known);
        }
    }

    private static void addIdentifier(JsonNode value, Set<String> known) {
        if (isIdentifier(value)) {
            known.add(value.textValue());
        }
    }

    /** Text without blanks that holds a digit. */
    private static boolean isIdentifier(JsonNode value) {
        if (!value.isTextual() || value.textValue().length() > LONGEST_IDENTIFIER) {
            return false;
        }
        boolean digit = false;
        for (int i = 0; i < value.textValue().length(); i++) {
            char c = value.textValue().charAt(i);
            digit |= c >= '0' && c <= '9';
            if (Character.isWhitespace(c)) {
                return false;
            }
        }
        return digit;
    }

    private static String otherLastDigit(String text) {
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                return text.substring(0, i) + (char) ('0' + (c - '0' + 1) % 10) + text.substring(i + 1);
            }
        }
        return text;
    }

    private static String otherFirstDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                return text.substring(0, i) + (char) ('1' + (c - '0') % 9) + text.substring(i + 1);
            }
        }
        return text;
    }
}
