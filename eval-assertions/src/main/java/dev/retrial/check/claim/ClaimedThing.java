package dev.retrial.check.claim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.text.Figure;
import dev.retrial.text.Span;
import dev.retrial.transcript.ToolCall;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a claim is about: the amount and the objects that it names.
 *
 * @param amount the amount that stands nearest to the claim, or null
 * @param amountText the amount as it was written, or empty
 * @param objects what looks like an identifier: {@code A-1042}, {@code #1042}
 */
record ClaimedThing(@Nullable BigDecimal amount, String amountText, List<String> objects) {

    private static final int LONGEST_OBJECT = 64;
    private static final int DEEPEST = 32;

    static ClaimedThing in(String reply, Span clause, Span claim) {
        String text = clause.in(reply);
        BigDecimal amount = null;
        String amountText = "";
        int nearest = Integer.MAX_VALUE;
        for (Figure figure : Figure.in(text)) {
            int start = clause.start() + figure.span().start();
            // What stands behind the claim is what was done; of what stands before it, the last.
            int distance = start >= claim.end() ? start - claim.end() : claim.start() - start + text.length();
            if (figure.isMoney() && distance < nearest) {
                nearest = distance;
                amount = figure.value();
                amountText = figure.span().in(text);
            }
        }
        return new ClaimedThing(amount, amountText, objects(text));
    }

    private static List<String> objects(String text) {
        List<String> objects = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (!isPart(text.charAt(at))) {
                at++;
                continue;
            }
            int end = at;
            boolean digit = false;
            boolean letter = false;
            while (end < text.length() && isPart(text.charAt(end))) {
                digit |= Character.isDigit(text.charAt(end));
                letter |= Character.isLetter(text.charAt(end));
                end++;
            }
            boolean numbered = at > 0 && text.charAt(at - 1) == '#';
            int length = end - at;
            boolean hyphen =
                    text.substring(at, Math.min(end, at + LONGEST_OBJECT)).indexOf('-') > 0;
            boolean identifier = letter && (hyphen || length >= 6) && !isMeasure(text, at, end);
            if (digit && length >= 3 && length <= LONGEST_OBJECT && (numbered || identifier)) {
                objects.add(text.substring(at, end));
            }
            at = end;
        }
        return objects;
    }

    /** "30-day", "24-hour" and "2026-03-02" are no identifiers; those begin with a letter or have their digits last. */
    private static boolean isMeasure(String text, int start, int end) {
        return Character.isDigit(text.charAt(start)) && Character.isLetter(text.charAt(end - 1));
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }

    /** Whether the call is about this object, as far as its arguments and its result tell. */
    static boolean names(ToolCall call, String object) {
        JsonNode result = call.result();
        return says(call.arguments(), object, 0) || (result != null && says(result, object, 0));
    }

    private static boolean says(JsonNode json, String object, int depth) {
        if (json.isContainerNode()) {
            for (JsonNode child : json) {
                if (depth < DEEPEST && says(child, object, depth + 1)) {
                    return true;
                }
            }
            return false;
        }
        String text = json.asText();
        return bare(text).equals(bare(object))
                || (text.length() > object.length()
                        && text.length() < 10_000
                        && text.toLowerCase(Locale.ROOT).contains(object.toLowerCase(Locale.ROOT)));
    }

    /** By what {@link #names} knows the call, as {@link #wholeName} and {@link #nameWithin} write it; not every part of a word. */
    static Set<String> namesIn(ToolCall call) {
        Set<String> names = new HashSet<>();
        addNames(call.arguments(), names, 0);
        JsonNode result = call.result();
        if (result != null) {
            addNames(result, names, 0);
        }
        return names;
    }

    private static void addNames(JsonNode json, Set<String> names, int depth) {
        if (json.isContainerNode()) {
            for (JsonNode child : json) {
                if (depth < DEEPEST) {
                    addNames(child, names, depth + 1);
                }
            }
            return;
        }
        String text = json.asText();
        if (text.length() >= 10_000) {
            return;
        }
        names.add(wholeName(text));
        for (int at = 0; at < text.length(); at++) {
            int end = at;
            while (end < text.length() && isPart(text.charAt(end))) {
                end++;
            }
            if (end - at >= 3 && end - at <= LONGEST_OBJECT && end - at < text.length()) {
                names.add(nameWithin(text.substring(at, end)));
            }
            at = Math.max(at, end);
        }
    }

    /** An object as the name of a call that has it for a value. */
    static String wholeName(String object) {
        return "=" + bare(object);
    }

    /** An object as the name of a call in one of whose texts it stands. */
    static String nameWithin(String object) {
        return object.toLowerCase(Locale.ROOT);
    }

    private static String bare(String text) {
        if (text.length() > 2 * LONGEST_OBJECT) {
            return text;
        }
        StringBuilder bare = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                bare.append(Character.toLowerCase(c));
            }
        }
        return bare.toString();
    }

    /** The amounts that the call gives, in its arguments and its result; empty where it gives none. */
    static List<BigDecimal> amountsOf(ToolCall call) {
        List<BigDecimal> amounts = new ArrayList<>();
        collect("", call.arguments(), amounts, 0);
        JsonNode result = call.result();
        if (result != null) {
            collect("", result, amounts, 0);
        }
        return amounts;
    }

    private static void collect(String key, JsonNode json, List<BigDecimal> amounts, int depth) {
        if (depth > DEEPEST || amounts.size() > 1_000) {
            return;
        }
        if (json.isObject()) {
            for (Map.Entry<String, JsonNode> field : json.properties()) {
                collect(field.getKey(), field.getValue(), amounts, depth + 1);
            }
        } else if (json.isArray()) {
            for (JsonNode child : json) {
                collect(key, child, amounts, depth + 1);
            }
        } else if (isIdentifier(key)) {
            // A number that only names something is no amount, and a call that has no other gives none.
            return;
        } else if (json.isNumber()) {
            add(key, json.decimalValue(), amounts);
        } else if (json.isTextual() && json.textValue().length() < 1_000) {
            for (Figure figure : Figure.in(json.textValue())) {
                add(key, figure.value(), amounts);
            }
        }
    }

    private static boolean isIdentifier(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return lower.equals("id") || lower.endsWith("_id") || lower.endsWith("-id") || key.endsWith("Id");
    }

    private static void add(String key, BigDecimal value, List<BigDecimal> amounts) {
        String lower = key.toLowerCase(Locale.ROOT);
        amounts.add(value);
        if (lower.contains("cent") || lower.contains("minor")) {
            amounts.add(value.movePointLeft(2));
        }
    }
}
