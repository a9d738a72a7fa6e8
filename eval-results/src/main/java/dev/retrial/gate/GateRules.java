package dev.retrial.gate;

import org.apiguardian.api.API;

/**
 * How sure the gate wants to be, and how often it tries for that.
 *
 * @param cellLevel how often an innocent change may be red for a cell: 0.03
 * @param sliceLevel how often an innocent change may be red for a slice: 0.02
 * @param controlLevel the level of the comparison with the control, for cells and for slices each: 0.05
 * @param attempts the most fresh attempts of a failing cell, and of both agents' in the comparison with the control: 10
 * @param sliceAttempts the fresh attempts of each cell of a slice that looks worse: 4
 * @param screen the level at which a slice looks worse by its first attempts: 0.05
 * @param reliableRate the rate from which a baseline can be compared with: 0.8
 * @param reliableAttempts the attempts from which it can: 10
 * @param newAttempts the most attempts of a cell that has no reliable baseline: 5
 * @param newPasses the most passes of those at which such a cell is red: 2
 * @param smallestSlice how many cells a derived slice needs to be gated: 20
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record GateRules(
        double cellLevel,
        double sliceLevel,
        double controlLevel,
        int attempts,
        int sliceAttempts,
        double screen,
        double reliableRate,
        int reliableAttempts,
        int newAttempts,
        int newPasses,
        int smallestSlice) {

    /** What was measured in {@code docs/statistics.md}. */
    public static final GateRules DEFAULT = new GateRules(.03, .02, .05, 10, 4, .05, .8, 10, 5, 2, 20);

    /** For a run that may take its time: five fresh attempts of every cell of every slice, however the first ones went. */
    public static final GateRules NIGHTLY = new GateRules(.03, .02, .05, 10, 5, 1, .8, 10, 5, 2, 20);

    /** Whether every slice is tried again, however its first attempts went. */
    public boolean isThorough() {
        return screen >= 1;
    }

    /** Whether a cell's baseline is good enough to tell a change from luck. */
    public boolean isReliable(PassCount baseline) {
        return baseline.attempts() >= reliableAttempts && baseline.rate() >= reliableRate;
    }
}
