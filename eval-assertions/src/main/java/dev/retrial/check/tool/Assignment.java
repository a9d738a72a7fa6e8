package dev.retrial.check.tool;

import java.util.Arrays;

/**
 * Which call stands for which expected one, each for one only.
 *
 * <p>Slots are expected calls, one for each time a call is expected. A call fits a slot or not; nothing else is known here.
 */
final class Assignment {

    private static final int NONE = -1;

    private final int[] callOf;
    private final int[] slotOf;

    private Assignment(int slots, int calls) {
        callOf = new int[slots];
        slotOf = new int[calls];
        Arrays.fill(callOf, NONE);
        Arrays.fill(slotOf, NONE);
    }

    /** The call that stands for the slot, or -1. */
    int callOf(int slot) {
        return callOf[slot];
    }

    /** Whether the call stands for a slot. */
    boolean uses(int call) {
        return slotOf[call] != NONE;
    }

    /** How many slots have a call. */
    int size() {
        int size = 0;
        for (int call : callOf) {
            if (call != NONE) {
                size++;
            }
        }
        return size;
    }

    /**
     * As many slots as can be have a call, in any order.
     *
     * <p>A slot that has got a call keeps having one, so those that come first are served first.
     *
     * @param fits for each slot, for each call, whether the call fits it
     */
    static Assignment inAnyOrder(boolean[][] fits, int calls) {
        Assignment assignment = new Assignment(fits.length, calls);
        for (int slot = 0; slot < fits.length; slot++) {
            assignment.augment(slot, fits, calls);
        }
        return assignment;
    }

    /** Gives the slot a call, moving others to calls that fit them too; breadth first, so that no depth of recursion is a limit. */
    private void augment(int first, boolean[][] fits, int calls) {
        int[] reachedFrom = new int[calls];
        Arrays.fill(reachedFrom, NONE);
        int[] queue = new int[fits.length];
        int end = 0;
        queue[end++] = first;
        for (int at = 0; at < end; at++) {
            int slot = queue[at];
            for (int call = 0; call < calls; call++) {
                if (!fits[slot][call] || reachedFrom[call] != NONE) {
                    continue;
                }
                reachedFrom[call] = slot;
                if (slotOf[call] == NONE) {
                    assignAlong(call, reachedFrom, first);
                    return;
                }
                queue[end++] = slotOf[call];
            }
        }
    }

    private void assignAlong(int lastCall, int[] reachedFrom, int first) {
        int call = lastCall;
        while (true) {
            int slot = reachedFrom[call];
            int before = callOf[slot];
            callOf[slot] = call;
            slotOf[call] = slot;
            if (slot == first) {
                return;
            }
            call = before;
        }
    }

    /**
     * As many slots as can be have a call, the calls in the order of the slots.
     *
     * @param fits for each slot, for each call, whether the call fits it
     */
    static Assignment inOrder(boolean[][] fits, int calls) {
        int slots = fits.length;
        Assignment assignment = new Assignment(slots, calls);
        int next = 0;
        for (int call = 0; call < calls && next < slots; call++) {
            if (fits[next][call]) {
                assignment.assign(next++, call);
            }
        }
        // The earliest call that fits is the best choice where every slot gets one; otherwise look for the longest
        // part.
        return next == slots ? assignment : longestInOrder(fits, calls);
    }

    private static Assignment longestInOrder(boolean[][] fits, int calls) {
        int slots = fits.length;
        int[][] longest = new int[slots + 1][calls + 1];
        for (int slot = slots - 1; slot >= 0; slot--) {
            for (int call = calls - 1; call >= 0; call--) {
                longest[slot][call] = fits[slot][call]
                        ? longest[slot + 1][call + 1] + 1
                        : Math.max(longest[slot + 1][call], longest[slot][call + 1]);
            }
        }
        Assignment assignment = new Assignment(slots, calls);
        int slot = 0;
        int call = 0;
        while (slot < slots && call < calls) {
            if (fits[slot][call]) {
                assignment.assign(slot++, call++);
            } else if (longest[slot + 1][call] >= longest[slot][call + 1]) {
                slot++;
            } else {
                call++;
            }
        }
        return assignment;
    }

    private void assign(int slot, int call) {
        callOf[slot] = call;
        slotOf[call] = slot;
    }
}
