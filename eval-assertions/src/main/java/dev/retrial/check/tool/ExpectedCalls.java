package dev.retrial.check.tool;

import dev.retrial.match.Assignment;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Expected calls, written out as one slot for each time that one is expected: first those that must be, then those that may. */
final class ExpectedCalls {

    private final List<CallPattern> patterns;
    private final List<CallPattern> slots = new ArrayList<>();
    private final int required;

    ExpectedCalls(List<CallPattern> patterns) {
        this.patterns = List.copyOf(patterns);
        for (CallPattern pattern : patterns) {
            for (int i = 0; i < pattern.min(); i++) {
                slots.add(pattern);
            }
        }
        required = slots.size();
        for (CallPattern pattern : patterns) {
            Integer max = pattern.max();
            for (int i = pattern.min(); max != null && max != Integer.MAX_VALUE && i < max; i++) {
                slots.add(pattern);
            }
        }
    }

    List<CallPattern> patterns() {
        return patterns;
    }

    /** How many calls there must be. */
    int required() {
        return required;
    }

    CallPattern slot(int index) {
        return slots.get(index);
    }

    boolean wantsFailedCalls() {
        for (CallPattern pattern : patterns) {
            if (pattern.status() == ToolCall.Status.FAILED) {
                return true;
            }
        }
        return false;
    }

    boolean names(String tool) {
        for (CallPattern pattern : patterns) {
            if (pattern.tool().equals(tool)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the slot is of the same expected call as the one before it. */
    @SuppressWarnings("ReferenceEquality") // Two that look alike are two.
    boolean repeats(int slot) {
        return slot > 0 && slots.get(slot) == slots.get(slot - 1);
    }

    /** The same with what a pattern refers to, and with what the tools take for given. */
    @SuppressWarnings("ReferenceEquality") // A pattern that needs nothing answers with itself.
    ExpectedCalls in(Scene scene, Transcript transcript) {
        List<CallPattern> known = null;
        for (int i = 0; i < patterns.size(); i++) {
            CallPattern pattern = patterns.get(i);
            CallPattern there = pattern.in(scene, transcript);
            if (there != pattern && known == null) {
                known = new ArrayList<>(patterns);
            }
            if (known != null) {
                known.set(i, there);
            }
        }
        return known == null ? this : new ExpectedCalls(known);
    }

    /** The calls that fit each slot, ascending. */
    int[][] fits(List<ToolCall> calls) {
        Map<String, int[]> byTool = byTool(calls);
        int[][] fits = new int[slots.size()][];
        for (int slot = 0; slot < fits.length; slot++) {
            fits[slot] = repeats(slot)
                    ? fits[slot - 1]
                    : fitting(
                            slots.get(slot), byTool.getOrDefault(slots.get(slot).tool(), NO_CALL), calls);
        }
        return fits;
    }

    private static final int[] NO_CALL = {};

    /** The calls of each tool that is expected: those of the others are never looked at again. */
    private Map<String, int[]> byTool(List<ToolCall> calls) {
        Map<String, int[]> byTool = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (CallPattern pattern : patterns) {
            byTool.put(pattern.tool(), NO_CALL);
        }
        for (int i = 0; i < calls.size(); i++) {
            String tool = calls.get(i).name();
            int[] found = byTool.get(tool);
            if (found != null) {
                int count = counts.merge(tool, 1, Integer::sum);
                if (count > found.length) {
                    found = Arrays.copyOf(found, Math.max(4, 2 * found.length));
                    byTool.put(tool, found);
                }
                found[count - 1] = i;
            }
        }
        counts.forEach((tool, count) -> byTool.computeIfPresent(tool, (name, found) -> Arrays.copyOf(found, count)));
        return byTool;
    }

    private static int[] fitting(CallPattern pattern, int[] ofTool, List<ToolCall> calls) {
        int[] fitting = new int[ofTool.length];
        int count = 0;
        for (int call : ofTool) {
            if (pattern.fits(calls.get(call))) {
                fitting[count++] = call;
            }
        }
        return count == ofTool.length ? fitting : Arrays.copyOf(fitting, count);
    }

    /** Whether more calls were made than a pattern allows. */
    boolean exceeded(Assignment assignment, List<ToolCall> calls) {
        for (CallPattern pattern : patterns) {
            Integer max = pattern.max();
            if (max == null || max == Integer.MAX_VALUE) {
                continue;
            }
            for (int call = 0; call < calls.size(); call++) {
                if (!assignment.uses(call) && pattern.fits(calls.get(call))) {
                    return true;
                }
            }
        }
        return false;
    }
}
