package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code $same-as: facts.order_id}: the value that a fact, the context or a tool's last result holds.
 *
 * @param path the steps to it
 * @param target what is there, or a missing node where nothing has been looked up
 */
record SameAsValue(List<String> path, JsonNode target) implements ValueMatcher {

    static ValueMatcher read(Spec operand) throws InvalidExpectation {
        String written = operand.text();
        List<String> path =
                new ArrayList<>(List.of((written.startsWith("$") ? written.substring(1) : written).split("\\.", -1)));
        if (path.get(0).equals("fact")) {
            path.set(0, "facts");
        }
        if (!References.ROOTS.contains(path.get(0))) {
            throw operand.unknown(
                    "expected a name under facts, context or result, such as facts.order_id; unknown",
                    path.get(0),
                    References.ROOTS);
        }
        int least = path.get(0).equals("result") ? 3 : 2;
        if (path.size() < least || path.contains("")) {
            throw operand.invalid("expected " + (least == 3 ? "result.<tool>.<name>" : path.get(0) + ".<name>"));
        }
        return new SameAsValue(List.copyOf(path), MissingNode.getInstance());
    }

    @Override
    public boolean refers() {
        return true;
    }

    @Override
    public ValueMatcher with(References references) {
        return new SameAsValue(path, references.find(path));
    }

    @Override
    public boolean matches(JsonNode actual) {
        if (actual.isMissingNode() || target.isMissingNode()) {
            return false;
        }
        if (target.isContainerNode() || actual.isContainerNode()) {
            return JsonNumbers.equal(target, actual);
        }
        if (Literal.of(target).matches(actual)) {
            return true;
        }
        // Facts are text where the tool may take a number: 1042 is the same as "1042".
        BigDecimal one = number(target);
        BigDecimal other = number(actual);
        return one != null && other != null && one.compareTo(other) == 0 && (target.isNumber() != actual.isNumber());
    }

    private static @Nullable BigDecimal number(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        String text = value.isTextual() ? value.textValue() : "";
        if (text.isEmpty() || text.length() > 40 || !isPlain(text)) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String describe() {
        String reference = "{\"$same-as\":\"" + String.join(".", path) + "\"}";
        return target.isMissingNode() ? reference : reference + ", which is " + CompactJson.of(target);
    }
}
