package dev.retrial.samples.support.tools;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import java.util.HashMap;
import java.util.Map;

/** Subscriptions of the dashboard. */
public final class Subscriptions {

    /** A subscription; {@code paidUntil} is an ISO date. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Subscription(String accountId, String plan, int seats, String paidUntil, String endsOn) {}

    private final Map<String, Subscription> subscriptions = new HashMap<>();

    public Subscriptions() {
        subscriptions.put("acct_100", new Subscription("acct_100", "team", 8, "2026-06-30", ""));
    }

    @Tool(name = "get_subscription", value = "The plan, the seats and the paid period of an account")
    public Subscription getSubscription(@P(name = "account_id", value = "such as acct_100") String accountId) {
        Subscription subscription = subscriptions.get(accountId);
        if (subscription == null) {
            throw new IllegalArgumentException("No such account");
        }
        return subscription;
    }

    @Tool(name = "change_subscription", value = "Changes the number of seats from the next invoice on")
    public Subscription changeSubscription(
            @P(name = "account_id", value = "such as acct_100") String accountId,
            @P(name = "seats", value = "the new number") int seats) {
        Subscription old = getSubscription(accountId);
        return keep(new Subscription(accountId, old.plan(), seats, old.paidUntil(), old.endsOn()));
    }

    @Tool(name = "cancel_subscription", value = "Ends a subscription and closes the dashboard")
    public Subscription cancelSubscription(
            @P(name = "account_id", value = "such as acct_100") String accountId,
            @P(name = "effective", value = "period-end or immediately") String effective) {
        Subscription old = getSubscription(accountId);
        String endsOn = effective.equals("immediately") ? "today" : old.paidUntil();
        return keep(new Subscription(accountId, old.plan(), old.seats(), old.paidUntil(), endsOn));
    }

    private Subscription keep(Subscription subscription) {
        subscriptions.put(subscription.accountId(), subscription);
        return subscription;
    }
}
