package dev.retrial.check.tool;

import dev.retrial.transcript.ToolCall;
import java.util.ArrayList;
import java.util.List;

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

    /** Which calls fit which slot. */
    boolean[][] fits(List<ToolCall> calls) {
        boolean[][] fits = new boolean[slots.size()][];
        for (int slot = 0; slot < fits.length; slot++) {
            if (repeats(slot)) {
                fits[slot] = fits[slot - 1];
                continue;
            }
            fits[slot] = new boolean[calls.size()];
            for (int call = 0; call < calls.size(); call++) {
                fits[slot][call] = slots.get(slot).fits(calls.get(call));
            }
        }
        return fits;
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
