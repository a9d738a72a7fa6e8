package dev.retrial.tickets.difficulty;

import dev.retrial.tickets.Effort;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket cost, in one respect. What became of it (ratings, whether the agent solved it) is no component: difficulty must not be defined by failure.
 *
 * <p>That effort and history tell more of how hard a ticket is than its first fields is what Montgomery, Damian and others found on 2.5 million tickets of IBM
 * (RE'17; arXiv 1901.01092); which respects count, and that each counts the same, is our choice.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Component {
    /** Messages and notes by people of the company. */
    HUMAN_TOUCHES("human-touches", 1),
    /** How often it was opened again. */
    REOPENS("reopens", 1),
    /** How often it changed hands. */
    HANDOFFS("handoffs", 1),
    /** Messages by the customer. */
    CUSTOMER_MESSAGES("customer-messages", 1),
    /** Distinct tools or systems that were used. */
    TOOLS("tools", 1),
    /** Minutes until it was solved: a quarter of the weight, since queues and time zones are in it. */
    RESOLUTION("resolution", 0.25);

    private final String key;
    private final double weight;

    Component(String key, double weight) {
        this.key = key;
        this.weight = weight;
    }

    /** The word for it in cases. */
    public String key() {
        return key;
    }

    /** Its weight in the mean. */
    public double weight() {
        return weight;
    }

    /** Its value, or null where the export does not tell it; negative ones are not told either. */
    @Nullable
    Long of(Effort effort) {
        Number value = switch (this) {
            case HUMAN_TOUCHES -> effort.humanTouches();
            case REOPENS -> effort.reopens();
            case HANDOFFS -> effort.handoffs();
            case CUSTOMER_MESSAGES -> effort.customerMessages();
            case TOOLS -> effort.toolsTouched();
            case RESOLUTION -> effort.resolutionMinutes();
        };
        return value == null || value.longValue() < 0 ? null : value.longValue();
    }
}
