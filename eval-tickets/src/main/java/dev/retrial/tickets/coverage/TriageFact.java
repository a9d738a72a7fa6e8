package dev.retrial.tickets.coverage;

import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.triage.Decision;
import dev.retrial.tickets.triage.Evidence;
import dev.retrial.tickets.triage.Triage;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What triage said of a ticket.
 *
 * @param decision whether the agent failed
 * @param failure the failure class; null where nobody knows which, or there is none
 * @param about the tool or policy it is about, in a few words without anything personal, or null
 * @param escalation for a wrong hand-off, in which direction; null where the evidence does not tell
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TriageFact(
        Decision decision,
        @Nullable FailureClass failure,
        @Nullable String about,
        @Nullable Escalation escalation) {

    /** A wrong hand-off's direction. */
    public enum Escalation {
        /** Handed to a person what the agent should have settled. */
        PREMATURE,
        /** Not handed to a person, or late, what a person should have had. */
        MISSED
    }

    /**
     * What triage said, with the direction of a wrong hand-off where a rule tells it.
     *
     * @param about the tool or policy it is about, or null
     */
    public static TriageFact of(Triage triage, @Nullable String about) {
        return new TriageFact(triage.decision(), triage.failure(), about, escalation(triage));
    }

    private static @Nullable Escalation escalation(Triage triage) {
        if (triage.failure() != FailureClass.WRONG_HANDOFF) {
            return null;
        }
        for (Evidence evidence : triage.evidence()) {
            // Other rules find the wrong desk or an empty hand-over, or words that say no more than that it was wrong.
            if (evidence.rule().equals("kept-from-a-person")) {
                return Escalation.MISSED;
            }
            if (evidence.rule().equals("needless-hand-over")) {
                return Escalation.PREMATURE;
            }
        }
        return null;
    }
}
