package dev.retrial.check.policy;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import dev.retrial.match.CompactJson;
import dev.retrial.scene.Facts;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.transcript.ToolCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** An expression that holds or does not: {@code now - result.lookup_order.delivered_on > days(30)}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Condition {

    private static final List<String> ROOTS = List.of("now", "args", "context", "facts", "cohort", "result");
    private static final int LONGEST = 4_000;

    private final String written;
    private final Expression expression;
    private final Set<List<String>> paths;

    private Condition(String written, Expression expression, Set<List<String>> paths) {
        this.written = written;
        this.expression = expression;
        this.paths = paths;
    }

    /** The value of an expression. */
    enum Holds {
        YES,
        NO,
        /** A tool has no result from which it could be told. */
        UNKNOWN
    }

    /**
     * Reads an expression.
     *
     * @param spec the text
     * @param tools the tools whose results it may name
     * @param hasArguments whether there is a call whose arguments it may name
     * @throws InvalidExpectation where it cannot be read or names what does not exist
     */
    public static Condition read(Spec spec, ToolCatalog tools, boolean hasArguments) throws InvalidExpectation {
        String written = spec.text();
        if (written.length() > LONGEST) {
            throw spec.invalid("an expression has at most " + LONGEST + " characters");
        }
        try {
            Expression expression = new Expression(written, ConditionLanguage.CONFIGURATION);
            Set<List<String>> paths = new LinkedHashSet<>();
            collect(expression.getAbstractSyntaxTree(), paths);
            for (List<String> path : paths) {
                check(path, spec, tools, hasArguments);
            }
            return new Condition(written, expression, paths);
        } catch (ParseException e) {
            throw spec.invalid(
                    "this expression cannot be read: " + e.getMessage() + ", at character " + e.getStartPosition());
        }
    }

    private static void check(List<String> path, Spec spec, ToolCatalog tools, boolean hasArguments)
            throws InvalidExpectation {
        String root = path.get(0);
        if (!ROOTS.contains(root)) {
            throw spec.unknown("this expression may use " + String.join(", ", ROOTS) + "; unknown name", root, ROOTS);
        }
        if (root.equals("args") && !hasArguments) {
            throw spec.invalid("'args' are those of a call, and here is none");
        }
        if (root.equals("result")) {
            if (path.size() < 2) {
                throw spec.invalid(
                        "'result' needs the name of a tool: result.<tool>, or result.\"<tool>\" where the name has a hyphen");
            }
            if (tools.isUnknown(path.get(1))) {
                throw spec.unknown("unknown tool", path.get(1), tools.tools().keySet());
            }
        }
    }

    /** The names that an expression looks up, each with the path below it. */
    private static void collect(ASTNode node, Set<List<String>> paths) {
        List<String> path = new ArrayList<>();
        if (isPath(node, path)) {
            if (!ConditionLanguage.isConstant(path.get(0))) {
                paths.add(List.copyOf(path));
            }
            return;
        }
        if (node.getToken().getType() == Token.TokenType.STRUCTURE_SEPARATOR) {
            // What is right of the point is a field, and no name of its own.
            collect(node.getParameters().get(0), paths);
            return;
        }
        for (ASTNode parameter : node.getParameters()) {
            collect(parameter, paths);
        }
    }

    private static boolean isPath(ASTNode node, List<String> path) {
        Token.TokenType type = node.getToken().getType();
        if (type == Token.TokenType.VARIABLE_OR_CONSTANT) {
            path.add(node.getToken().getValue());
            return true;
        }
        if (type == Token.TokenType.STRUCTURE_SEPARATOR
                && isPath(node.getParameters().get(0), path)) {
            path.add(node.getParameters().get(1).getToken().getValue());
            return true;
        }
        return false;
    }

    /** Whether it looks at the arguments of a call. */
    boolean usesArguments() {
        for (List<String> path : paths) {
            if (path.get(0).equals("args")) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether it holds.
     *
     * @param index the place of the event in question, whose arguments count, or the end
     * @throws CannotTell where it cannot be evaluated
     */
    Holds holds(Timeline timeline, int index) throws CannotTell {
        Map<String, @Nullable Object> values = new HashMap<>();
        Map<String, @Nullable Object> results = new HashMap<>();
        for (List<String> path : paths) {
            String root = path.get(0);
            if (root.equals("result")) {
                JsonNode result = timeline.result(path.get(1), index);
                if (result == null) {
                    return Holds.UNKNOWN;
                }
                results.put(path.get(1), ConditionLanguage.plain(result));
                values.put("result", results);
            } else if (!values.containsKey(root)) {
                values.put(root, value(root, timeline, index));
            }
        }
        try {
            EvaluationValue value = expression.copy().withValues(values).evaluate();
            if (!value.isBooleanValue()) {
                throw new CannotTell("'" + written + "' is neither true nor false");
            }
            return value.getBooleanValue() ? Holds.YES : Holds.NO;
        } catch (EvaluationException | ParseException e) {
            throw new CannotTell("'" + written + "' cannot be evaluated: " + reason(e));
        } catch (ArithmeticException e) {
            throw new CannotTell("'" + written + "' cannot be evaluated: a number is too large");
        }
    }

    private static String reason(BaseException e) {
        return e.getMessage() + ", at character " + e.getStartPosition();
    }

    private static @Nullable Object value(String root, Timeline timeline, int index) {
        return switch (root) {
            case "now" -> timeline.scene().now();
            case "cohort" -> timeline.scene().cohort();
            case "context" -> ConditionLanguage.plain(timeline.scene().context());
            case "facts" -> {
                Map<String, @Nullable Object> facts = new LinkedHashMap<>();
                for (Map.Entry<String, Facts.Fact> fact :
                        timeline.scene().facts().byName().entrySet()) {
                    facts.put(
                            fact.getKey(),
                            ConditionLanguage.plain(fact.getValue().value()));
                }
                yield facts;
            }
            default ->
                index < timeline.size() && timeline.at(index) instanceof ToolCall call
                        ? ConditionLanguage.plain(call.arguments())
                        : Map.of();
        };
    }

    /** The expression, and what its names stand for. */
    String describe(Timeline timeline, int index) {
        StringBuilder text = new StringBuilder(written);
        String separator = ", with ";
        for (List<String> path : paths) {
            text.append(separator).append(String.join(".", path)).append(' ').append(shown(path, timeline, index));
            separator = ", ";
        }
        return text.toString();
    }

    private static String shown(List<String> path, Timeline timeline, int index) {
        JsonNode value;
        int below;
        switch (path.get(0)) {
            case "now" -> {
                return timeline.scene().now().toString();
            }
            case "cohort" -> {
                return timeline.scene().cohort();
            }
            case "context" -> {
                value = timeline.scene().context();
                below = 1;
            }
            case "result" -> {
                value = timeline.result(path.get(1), index);
                below = 2;
            }
            case "facts" -> {
                Facts.Fact fact = path.size() < 2
                        ? null
                        : timeline.scene().facts().byName().get(path.get(1));
                value = fact == null ? null : fact.value();
                below = 2;
            }
            default -> {
                value = index < timeline.size() && timeline.at(index) instanceof ToolCall call
                        ? call.arguments()
                        : null;
                below = 1;
            }
        }
        for (int i = below; i < path.size() && value != null; i++) {
            value = value.get(path.get(i));
        }
        return value == null ? "absent" : CompactJson.of(value, 80);
    }

    /** Whether tool results are needed. */
    boolean usesResults() {
        for (List<String> path : paths) {
            if (path.get(0).equals("result")) {
                return true;
            }
        }
        return false;
    }

    /** The tools whose results are needed and not there. */
    String missing(Timeline timeline, int index) {
        Set<String> missing = new LinkedHashSet<>();
        for (List<String> path : paths) {
            if (path.get(0).equals("result") && timeline.result(path.get(1), index) == null) {
                missing.add(path.get(1));
            }
        }
        return "there is no result of " + String.join(", ", missing)
                + " in this trial, and the case has not exactly one";
    }

    @Override
    public String toString() {
        return written;
    }

    /** An expression has no value. */
    static final class CannotTell extends Exception {

        private static final long serialVersionUID = 1L;

        CannotTell(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
