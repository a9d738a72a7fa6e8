package dev.retrial.gate;

import org.apiguardian.api.API;

/**
 * Fresh attempts of one cell, one after the other until they are settled.
 *
 * @param cell the cell's index
 * @param stage what they are for
 * @param attempts the most attempts
 * @param passes the number of passes that settles it
 * @param failures the number of failures that settles it
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Wanted(int cell, Stage stage, int attempts, int passes, int failures) {

    /** What attempts are for; they are never used for anything else. */
    public enum Stage {
        /** Whether a failing cell, or a slice that looks worse, is worse. */
        CONFIRM,
        /** The change's side of the comparison with the control. */
        COMPARE,
        /** The control's own side. */
        CONTROL
    }

    /** Attempts that are all made, whatever comes out. */
    public static Wanted all(int cell, Stage stage, int attempts) {
        return new Wanted(cell, stage, attempts, attempts + 1, attempts + 1);
    }

    /** Whether these outcomes settle it. */
    public boolean isSettledBy(PassCount made) {
        return made.attempts() >= attempts || made.passes() >= passes || made.failures() >= failures;
    }
}
