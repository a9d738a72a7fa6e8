package dev.retrial.check.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Schema;
import dev.retrial.check.Spec;
import dev.retrial.match.ArgumentMatcher;
import dev.retrial.match.Arguments;
import dev.retrial.scene.Tool;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.transcript.ToolCall;
import org.jspecify.annotations.Nullable;

/** Reads an item of {@code calls} or {@code never}: {@code tool: arguments}, or the longer form with {@code call}. */
final class CallItem {

    private static final int MOST = 1_000;

    private final ToolCatalog tools;

    CallItem(ToolCatalog tools) {
        this.tools = tools;
    }

    /** The schema of an item; {@code count} only where {@code counted}. */
    static ObjectNode schema(boolean counted) {
        ObjectNode schema = Schema.map();
        Schema.with(schema, "call", "The tool.", Schema.text());
        Schema.with(schema, "args", "What the arguments must look like.", Schema.freeObject());
        if (counted) {
            ObjectNode range = Schema.map();
            Schema.with(range, "min", "At least so often.", Schema.integer(0));
            Schema.with(range, "max", "At most so often.", Schema.integer(1));
            Schema.with(schema, "count", "How often.", Schema.anyOf(Schema.integer(1), range));
        }
        if (counted) {
            Schema.with(
                    schema,
                    "grounded",
                    "Whether each argument of such a call must come from the customer, an earlier result, the context or the facts.",
                    Schema.truth());
        }
        Schema.with(schema, "status", "How the call ended.", Schema.word("ok", "failed"));
        // Any other key is a tool, and its value the arguments.
        schema.set("additionalProperties", Schema.freeObject());
        return schema;
    }

    /** An expected call: a successful one unless it says otherwise. */
    CallPattern expected(Spec item) throws InvalidExpectation {
        if (item.isText()) {
            throw item.invalid("write the call with its arguments, 'tool: {}' for any");
        }
        if (!item.map().has("call")) {
            Spec entry = item.onlyEntry();
            String tool = known(entry, entry.key());
            return new CallPattern(tool, arguments(entry, tool), ToolCall.Status.OK, 1, null);
        }
        item.allowing("call", "args", "count", "status", "grounded");
        String tool = known(item.required("call"), item.required("call").text());
        Spec args = item.optional("args");
        ToolCall.Status status = status(item.optional("status"));
        Spec count = item.optional("count");
        int min = 1;
        Integer max = null;
        if (count != null && count.isMap()) {
            Spec least = count.allowing("min", "max").optional("min");
            Spec most = count.optional("max");
            min = least == null ? 0 : least.integer(0, MOST);
            max = most == null ? Integer.MAX_VALUE : Integer.valueOf(most.integer(Math.max(1, min), MOST));
            if (least == null && most == null) {
                throw count.invalid("give 'min', 'max' or both");
            }
        } else if (count != null) {
            min = count.integer(1, MOST);
            max = min;
        }
        return new CallPattern(
                tool,
                args == null ? null : arguments(args, tool),
                status == null ? ToolCall.Status.OK : status,
                min,
                max);
    }

    /** A forbidden call: any attempt unless it says otherwise. */
    CallPattern forbidden(Spec item) throws InvalidExpectation {
        if (item.isText()) {
            return CallPattern.attempted(known(item, item.text()), null);
        }
        if (!item.map().has("call")) {
            Spec entry = item.onlyEntry();
            String tool = known(entry, entry.key());
            return CallPattern.attempted(tool, arguments(entry, tool));
        }
        item.allowing("call", "args", "status");
        String tool = known(item.required("call"), item.required("call").text());
        Spec args = item.optional("args");
        return new CallPattern(
                tool, args == null ? null : arguments(args, tool), status(item.optional("status")), 1, null);
    }

    /** The name of a tool that is declared, or of any where none is. */
    String known(Spec where, String tool) throws InvalidExpectation {
        if (tools.isUnknown(tool)) {
            throw where.unknown("unknown tool", tool, tools.tools().keySet());
        }
        return tool;
    }

    private @Nullable ArgumentMatcher arguments(Spec args, String name) throws InvalidExpectation {
        if (args.map().json().isEmpty()) {
            // Any arguments, those too that a model garbled.
            return null;
        }
        ArgumentMatcher matcher = Arguments.matcher(args);
        Tool tool = tools.find(name);
        if (tool != null) {
            refuseUnseen(args, tool);
            if (tool.parameters() != null) {
                ArgumentSchema.check(args, tool.parameters());
            }
        }
        return matcher;
    }

    /** What the tool ignores is never looked at, and what it takes for given is never absent. */
    private static void refuseUnseen(Spec args, Tool tool) throws InvalidExpectation {
        if (tool.ignore().isEmpty() && tool.defaults().isEmpty()) {
            return;
        }
        Spec named = args.has("$exact") && args.json().size() == 1 ? args.required("$exact") : args;
        if (!named.isMap() || named.json().isEmpty()) {
            return;
        }
        for (Spec argument : named.entries().values()) {
            String name = argument.key().startsWith("$$") ? argument.key().substring(1) : argument.key();
            if (tool.ignores(name)) {
                throw argument.invalid(
                        "'" + tool.name() + "' ignores '" + name + "', so nothing can be expected of it");
            }
            if (tool.defaults().has(name) && argument.isMap() && argument.has("$absent")) {
                throw argument.invalid("'" + name + "' has a default, so to leave it out is to send "
                        + tool.defaults().get(name) + ": expect that");
            }
        }
    }

    private static ToolCall.@Nullable Status status(@Nullable Spec spec) throws InvalidExpectation {
        if (spec == null) {
            return null;
        }
        return spec.word("ok", "failed").equals("ok") ? ToolCall.Status.OK : ToolCall.Status.FAILED;
    }
}
