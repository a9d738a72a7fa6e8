package dev.retrial.match;

import java.util.Arrays;
import org.apiguardian.api.API;

/**
 * Which call stands for which expected one, each for one only.
 *
 * <p>Slots are expected calls, one for each time a call is expected. A call fits a slot or not; nothing else is known here.
 * The same serves the items of a list.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Assignment {

    private static final int NONE = -1;

    /** As many cells as a table may have that finds the longest part in order: 16 MB. */
    private static final long LARGEST_TABLE = 4_000_000;

    private final int[] callOf;
    private final int[] slotOf;

    private Assignment(int slots, int calls) {
        callOf = new int[slots];
        slotOf = new int[calls];
        Arrays.fill(callOf, NONE);
        Arrays.fill(slotOf, NONE);
    }

    /** The call that stands for the slot, or -1. */
    public int callOf(int slot) {
        return callOf[slot];
    }

    /** Whether the call stands for a slot. */
    public boolean uses(int call) {
        return slotOf[call] != NONE;
    }

    /** How many slots have a call. */
    public int size() {
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
     * @param fits for each slot, the calls that fit it, ascending; slots that want the same may share the array
     * @param calls how many calls there are
     */
    public static Assignment inAnyOrder(int[][] fits, int calls) {
        Assignment assignment = new Assignment(fits.length, calls);
        new Augmenting(assignment, fits, calls).run();
        return assignment;
    }

    /** Gives slots their calls, moving others to calls that fit them too; breadth first, so that no depth of recursion is a limit. */
    private static final class Augmenting {

        private static final int DEAD = Integer.MAX_VALUE;

        private final int[] callOf;
        private final int[] slotOf;
        private final int[][] fits;
        private final int[] reachedFrom;
        /** The slot, from 1, for which the call was last reached, or {@link #DEAD}. */
        private final int[] reachedBy;

        private final int[] queue;

        Augmenting(Assignment assignment, int[][] fits, int calls) {
            this.callOf = assignment.callOf;
            this.slotOf = assignment.slotOf;
            this.fits = fits;
            this.reachedFrom = new int[calls];
            this.reachedBy = new int[calls];
            this.queue = new int[fits.length];
        }

        void run() {
            for (int slot = 0; slot < fits.length; slot++) {
                if (!augment(slot)) {
                    bury(slot);
                }
            }
        }

        /** From where a search ended in vain no later one finds a way either: all such searches together look at each pair once. */
        private void bury(int first) {
            for (int call = 0; call < reachedBy.length; call++) {
                if (reachedBy[call] == first + 1) {
                    reachedBy[call] = DEAD;
                }
            }
        }

        private boolean augment(int first) {
            int search = first + 1;
            int end = 0;
            queue[end++] = first;
            for (int at = 0; at < end; at++) {
                int slot = queue[at];
                for (int call : fits[slot]) {
                    if (reachedBy[call] == search || reachedBy[call] == DEAD) {
                        continue;
                    }
                    reachedBy[call] = search;
                    reachedFrom[call] = slot;
                    if (slotOf[call] == NONE) {
                        assignAlong(call, first);
                        return true;
                    }
                    queue[end++] = slotOf[call];
                }
            }
            return false;
        }

        private void assignAlong(int lastCall, int first) {
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
    }

    /**
     * As many slots as can be have a call, the calls in the order of the slots.
     *
     * <p>Where slots times calls are millions and not every slot gets a call, it may be fewer.
     *
     * @param fits for each slot, the calls that fit it, ascending
     * @param calls how many calls there are
     */
    public static Assignment inOrder(int[][] fits, int calls) {
        int slots = fits.length;
        Assignment assignment = new Assignment(slots, calls);
        int next = 0;
        int from = 0;
        while (next < slots) {
            int call = firstFrom(fits[next], from);
            if (call == NONE) {
                break;
            }
            assignment.assign(next++, call);
            from = call + 1;
        }
        // The earliest call that fits is the best choice where every slot gets one; otherwise look for the longest
        // part.
        return next == slots || (long) slots * calls > LARGEST_TABLE ? assignment : longestInOrder(fits, calls);
    }

    private static int firstFrom(int[] ascending, int from) {
        int at = Arrays.binarySearch(ascending, from);
        at = at < 0 ? -at - 1 : at;
        return at < ascending.length ? ascending[at] : NONE;
    }

    private static Assignment longestInOrder(int[][] fits, int calls) {
        int slots = fits.length;
        int[][] longest = new int[slots + 1][calls + 1];
        for (int slot = slots - 1; slot >= 0; slot--) {
            int left = fits[slot].length - 1;
            for (int call = calls - 1; call >= 0; call--) {
                boolean fit = left >= 0 && fits[slot][left] == call;
                left -= fit ? 1 : 0;
                longest[slot][call] = fit
                        ? longest[slot + 1][call + 1] + 1
                        : Math.max(longest[slot + 1][call], longest[slot][call + 1]);
            }
        }
        Assignment assignment = new Assignment(slots, calls);
        int slot = 0;
        int call = 0;
        while (slot < slots && call < calls) {
            if (Arrays.binarySearch(fits[slot], call) >= 0) {
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
