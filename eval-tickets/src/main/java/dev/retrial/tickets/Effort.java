package dev.retrial.tickets;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket cost people, as far as the export tells; null is "not told", never zero. What became of it (ratings, the agent's outcome) is
 * left out on purpose: difficulty must not be defined by failure.
 *
 * @param humanTouches messages and notes by people of the company
 * @param reopens how often it was opened again
 * @param handoffs how often it changed hands (assignee or group)
 * @param customerMessages messages by the customer
 * @param resolutionMinutes minutes from opening to the last solving, business time where the export has it
 * @param open whether it is not solved yet, so that {@code resolutionMinutes} is only a lower bound
 * @param toolsTouched distinct tools or systems that were used
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Effort(
        @Nullable Integer humanTouches,
        @Nullable Integer reopens,
        @Nullable Integer handoffs,
        @Nullable Integer customerMessages,
        @Nullable Long resolutionMinutes,
        boolean open,
        @Nullable Integer toolsTouched) {

    /** Nothing is told. */
    public static final Effort UNKNOWN = new Effort(null, null, null, null, null, true, null);
}
