package dev.retrial.tickets.coverage;

import dev.retrial.suite.FailureClass;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What triage said of a ticket.
 *
 * @param judged whether the agent failed
 * @param failure the failure class, or null where nobody knows which, or there is none
 * @param about the tool or policy it is about, in a few words without anything personal, or null
 * @param escalation for a wrong hand-off, in which direction; null where the evidence does not tell
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Finding(
        Judged judged,
        @Nullable FailureClass failure,
        @Nullable String about,
        @Nullable Escalation escalation) {

    /** No failure was found. */
    public static final Finding NONE = new Finding(Judged.NO_FAILURE, null, null, null);

    /** The rules left it open. */
    public static final Finding OPEN = new Finding(Judged.OPEN, null, null, null);

    /** Whether the agent failed. */
    public enum Judged {
        FAILURE,
        NO_FAILURE,
        /** The rules could not tell and no judge was asked. */
        OPEN
    }

    /** A wrong hand-off's direction. */
    public enum Escalation {
        /** Handed to a person what the agent should have settled. */
        PREMATURE,
        /** Not handed to a person, or late, what a person should have had. */
        MISSED
    }
}
