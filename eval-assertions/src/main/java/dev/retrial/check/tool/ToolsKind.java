package dev.retrial.check.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.Check;
import dev.retrial.check.CheckKind;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Schema;
import dev.retrial.check.Spec;
import dev.retrial.check.Vocabulary;
import dev.retrial.scene.Tool;
import dev.retrial.scene.ToolCatalog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** {@code tools:} what the agent calls and does not call. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ToolsKind implements CheckKind {

    private static final String NONE = "none";

    /** Found by the service loader. */
    public ToolsKind() {}

    @Override
    public String key() {
        return "tools";
    }

    @Override
    public JsonNode schema() {
        ObjectNode map = Schema.map();
        Schema.with(map, "calls", "Calls that must be made, each for itself.", Schema.list(CallItem.schema(true)));
        Schema.with(
                map,
                "order",
                "How the order of the calls counts; any-order unless given.",
                Schema.word("any-order", "in-order", "exactly"));
        Schema.with(
                map,
                "never",
                "Calls that must not be tried.",
                Schema.list(Schema.anyOf(Schema.text(), CallItem.schema(false))));
        Schema.with(map, "only", "The only tools that may be tried.", Schema.texts());
        ObjectNode atMost = Schema.freeObject().put("minProperties", 1);
        atMost.set("additionalProperties", Schema.integer(1));
        Schema.with(map, "at-most", "How often a tool may be tried.", atMost);
        Schema.with(map, "may", "Tools whose writes are free here.", Schema.texts());
        Schema.with(
                map,
                "grounded",
                "Whether each argument must come from the customer, an earlier result, the context or the facts: of every call, or of these tools' calls.",
                Schema.anyOf(Schema.truth(), Schema.texts()));
        Schema.with(map, "writes", "No tool that changes something may be tried.", Schema.word(NONE));
        return Schema.anyOf(Schema.word(NONE), map).put("description", "What the agent calls and does not call.");
    }

    @Override
    public List<Check> bind(JsonNode json, Vocabulary vocabulary) throws InvalidExpectation {
        Spec spec = Spec.of(json);
        List<Check> checks = new ArrayList<>();
        if (spec.isText()) {
            spec.word(NONE);
            checks.add(new NoCalls());
            return checks;
        }
        if (!spec.isMap()) {
            throw spec.wrongType("'none' or a map");
        }
        spec.allowing("calls", "order", "never", "only", "at-most", "may", "writes", "grounded");
        CallItem items = new CallItem(vocabulary.tools());
        Set<String> free = names(spec.optional("may"), items);
        List<CallPattern> calls = calls(spec, free, items, vocabulary, checks);
        addNever(spec.optional("never"), calls, items, checks);
        addOnly(spec.optional("only"), calls, items, checks);
        addAtMost(spec.optional("at-most"), items, checks);
        addNoWrites(spec, free, calls, vocabulary, checks);
        addGrounded(spec, items, checks);
        if (checks.isEmpty()) {
            // A map that is empty, or has only "order" or "may".
            throw spec.invalid(
                    "this expects nothing: give 'calls', 'never', 'only', 'at-most', 'writes' or 'grounded'");
        }
        if (vocabulary.tools().declared()) {
            checks.add(new KnownTools());
            if (anyDeclaresParameters(vocabulary.tools())) {
                checks.add(new AcceptedArguments());
            }
        }
        return checks;
    }

    private static List<CallPattern> calls(
            Spec spec, Set<String> free, CallItem items, Vocabulary vocabulary, List<Check> checks)
            throws InvalidExpectation {
        Spec list = spec.optional("calls");
        Spec orderSpec = spec.optional("order");
        if (list == null) {
            if (orderSpec != null) {
                throw orderSpec.invalid("'order' needs 'calls'");
            }
            Spec may = spec.optional("may");
            if (may != null && !spec.has("writes")) {
                throw may.invalid("'may' needs 'calls' or 'writes'");
            }
            return List.of();
        }
        Order order = orderSpec == null ? Order.ANY_ORDER : order(orderSpec);
        List<CallPattern> calls = new ArrayList<>();
        for (Spec item : list.items()) {
            CallPattern call = items.expected(item);
            Integer max = call.max();
            if (order != Order.ANY_ORDER && max != null && max != call.min()) {
                throw item.invalid("where the order counts, 'count' is a number and no range");
            }
            calls.add(call);
        }
        checks.add(new Calls(calls, order, free));
        if (vocabulary.tools().declared()) {
            checks.add(new NoOtherWrites(calls, free));
        }
        return calls;
    }

    private static Order order(Spec spec) throws InvalidExpectation {
        String word = spec.word("any-order", "in-order", "exactly");
        for (Order order : Order.values()) {
            if (order.key().equals(word)) {
                return order;
            }
        }
        throw new AssertionError(word);
    }

    private static void addNever(@Nullable Spec never, List<CallPattern> calls, CallItem items, List<Check> checks)
            throws InvalidExpectation {
        if (never == null) {
            return;
        }
        for (Spec item : never.items()) {
            CallPattern forbidden = items.forbidden(item);
            if (forbidden.arguments() == null && forbidden.status() == null) {
                for (CallPattern call : calls) {
                    if (call.tool().equals(forbidden.tool())) {
                        throw item.invalid("'" + call.tool() + "' is expected under 'calls' and forbidden here");
                    }
                }
            }
            checks.add(new NeverCalls(forbidden));
        }
    }

    private static void addOnly(@Nullable Spec only, List<CallPattern> calls, CallItem items, List<Check> checks)
            throws InvalidExpectation {
        if (only == null) {
            return;
        }
        Set<String> allowed = names(only, items);
        for (CallPattern call : calls) {
            if (!allowed.contains(call.tool())) {
                throw only.invalid("'" + call.tool() + "' is expected under 'calls' and not among these");
            }
        }
        checks.add(new OnlyCalls(List.copyOf(allowed)));
    }

    private static void addAtMost(@Nullable Spec atMost, CallItem items, List<Check> checks) throws InvalidExpectation {
        if (atMost == null) {
            return;
        }
        for (Spec entry : atMost.entries().values()) {
            items.known(entry, entry.key());
            checks.add(new CallsAtMost(entry.key(), entry.integer(1, Integer.MAX_VALUE)));
        }
    }

    private static boolean anyDeclaresParameters(ToolCatalog tools) {
        for (Tool tool : tools.tools().values()) {
            if (tool.parameters() != null) {
                return true;
            }
        }
        return false;
    }

    private static void addGrounded(Spec spec, CallItem items, List<Check> checks) throws InvalidExpectation {
        Spec grounded = spec.optional("grounded");
        if (grounded != null && grounded.isList()) {
            List<CallPattern> patterns = new ArrayList<>();
            for (String tool : names(grounded, items)) {
                patterns.add(CallPattern.attempted(tool, null));
            }
            checks.add(new GroundedCalls(patterns));
        } else if (grounded != null) {
            demanded(grounded);
            checks.add(new GroundedCalls(null));
        }
        Spec calls = spec.optional("calls");
        if (calls == null) {
            return;
        }
        List<CallPattern> patterns = new ArrayList<>();
        for (Spec item : calls.items()) {
            Spec own = item.has("call") ? item.optional("grounded") : null;
            if (own != null) {
                demanded(own);
                CallPattern expected = items.expected(item);
                patterns.add(new CallPattern(expected.tool(), expected.arguments(), expected.status(), 1, null));
            }
        }
        if (!patterns.isEmpty()) {
            checks.add(new GroundedCalls(patterns));
        }
    }

    private static void demanded(Spec grounded) throws InvalidExpectation {
        if (!grounded.bool()) {
            throw grounded.invalid("write 'grounded: true', or leave it out");
        }
    }

    private static void addNoWrites(
            Spec spec, Set<String> free, List<CallPattern> calls, Vocabulary vocabulary, List<Check> checks)
            throws InvalidExpectation {
        Spec writes = spec.optional("writes");
        if (writes == null) {
            return;
        }
        writes.word(NONE);
        if (!vocabulary.tools().declared()) {
            throw writes.invalid(
                    "no tool is declared, so nothing tells a write from a read: declare the tools with their effect");
        }
        for (CallPattern call : calls) {
            if (vocabulary.tools().effectOf(call.tool()) == dev.retrial.scene.Effect.WRITE
                    && !free.contains(call.tool())) {
                throw writes.invalid("'" + call.tool() + "' is a write and expected under 'calls'");
            }
        }
        checks.add(new NoWrites(free));
    }

    private static Set<String> names(@Nullable Spec list, CallItem items) throws InvalidExpectation {
        Set<String> names = new LinkedHashSet<>();
        if (list != null) {
            for (Spec item : list.items()) {
                names.add(items.known(item, item.text()));
            }
        }
        return names;
    }
}
