package dev.retrial.check.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.match.ArgumentMatcher;
import dev.retrial.match.CompactJson;
import dev.retrial.scene.Scene;
import dev.retrial.scene.Tool;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A call that is expected, or forbidden.
 *
 * @param tool the tool's name
 * @param arguments what the arguments must look like, or null for any
 * @param status how the call must have ended, or null for either
 * @param min how many such calls there must be at least
 * @param max how many of them there may be at most, or null where more do no harm
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CallPattern(
        String tool,
        @Nullable ArgumentMatcher arguments,
        ToolCall.@Nullable Status status,
        int min,
        @Nullable Integer max) {

    /** One successful call of the tool with such arguments. */
    public static CallPattern successful(String tool, @Nullable ArgumentMatcher arguments) {
        return new CallPattern(tool, arguments, ToolCall.Status.OK, 1, null);
    }

    /** A call of the tool with such arguments, however it ended. */
    public static CallPattern attempted(String tool, @Nullable ArgumentMatcher arguments) {
        return new CallPattern(tool, arguments, null, 1, null);
    }

    /** The same with what its arguments refer to, and with what the tool takes for given. */
    CallPattern in(Scene scene, Transcript transcript) {
        if (arguments == null) {
            return this;
        }
        Tool declared = scene.tools().find(tool);
        boolean settled = declared != null
                && (!declared.defaults().isEmpty() || !declared.ignore().isEmpty());
        if (!settled && !arguments.refers()) {
            return this;
        }
        ArgumentMatcher known = arguments.with(new KnownValues(scene, transcript));
        if (declared != null && settled) {
            known = new SettledArguments(known, declared);
        }
        return new CallPattern(tool, known, status, min, max);
    }

    /** Whether the call is one of these. */
    boolean fits(ToolCall call) {
        return call.name().equals(tool)
                && (status == null || status == call.status())
                && (arguments == null || arguments.matches(call.arguments()));
    }

    /** By how much a call of this tool is not one of these; 0 where it is. */
    int misses(ToolCall call) {
        int misses = status == null || status == call.status() ? 0 : 1;
        return arguments == null
                ? misses
                : misses + arguments.mismatches(call.arguments()).size();
    }

    /** Why a call of this tool is not one of these, argument by argument. */
    String miss(ToolCall call) {
        StringBuilder miss = new StringBuilder(tool).append(", turn ").append(call.turn());
        if (status != null && status != call.status()) {
            miss.append("\n  status: expected ")
                    .append(word(status))
                    .append(", was ")
                    .append(word(call.status()));
            JsonNode result = call.result();
            if (!call.succeeded() && result != null) {
                miss.append(": ").append(CompactJson.of(result, 160));
            }
        }
        if (arguments != null) {
            List<ArgumentMatcher.Mismatch> mismatches = arguments.mismatches(call.arguments());
            for (ArgumentMatcher.Mismatch mismatch : mismatches) {
                miss.append("\n  ")
                        .append(mismatch.pointer().isEmpty() ? "arguments" : mismatch.pointer())
                        .append(": expected ")
                        .append(mismatch.expected())
                        .append(", was ")
                        .append(mismatch.was());
            }
        }
        return miss.toString();
    }

    /** The call as it was written. */
    String describe() {
        StringBuilder text = new StringBuilder(tool);
        String written = arguments == null ? "{}" : arguments.describe();
        if (!written.equals("{}")) {
            text.append(' ').append(written);
        }
        if (status == ToolCall.Status.FAILED) {
            text.append(" (failed)");
        }
        return text.toString();
    }

    /** How often the call is expected, where that was said. */
    String describeCount() {
        if (max == null) {
            return "";
        }
        if (max == min) {
            return min == 1 ? " (once)" : " (" + min + " times)";
        }
        return max == Integer.MAX_VALUE ? " (at least " + min + " times)" : " (" + min + " to " + max + " times)";
    }

    /** A call that was made. */
    static String describe(ToolCall call) {
        String arguments = CompactJson.of(call.arguments(), 240);
        return call.name() + (arguments.equals("{}") ? "" : " " + arguments) + (call.succeeded() ? "" : " (failed)");
    }

    static String word(ToolCall.Status status) {
        return switch (status) {
            case OK -> "ok";
            case FAILED -> "failed";
        };
    }
}
