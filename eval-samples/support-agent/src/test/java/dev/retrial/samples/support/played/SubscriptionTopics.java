package dev.retrial.samples.support.played;

import dev.retrial.samples.support.played.Dialogue.Done;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Seats and cancellations. */
final class SubscriptionTopics {

    private static final Pattern SEATS = Pattern.compile("to (\\d+)");
    private static final Pattern AT_ONCE = Pattern.compile("immediately|right away|at once", Pattern.CASE_INSENSITIVE);

    private SubscriptionTopics() {}

    static Move seats(Dialogue d) {
        if (!d.instructions().say("fewer seats are a change")) {
            return cancellation(d);
        }
        String account = account(d);
        String seats = Dialogue.find(SEATS, d.inMind());
        if (account == null || seats == null) {
            return d.say(
                    "How many seats would you like to keep?",
                    "Sure, how many seats would you like to keep?",
                    "How many seats?");
        }
        if (d.answerOf("get_subscription") == null) {
            return Move.call("get_subscription", "account_id", account);
        }
        Done change = d.answerOf("change_subscription");
        if (change == null) {
            return Move.call("change_subscription", "account_id", account, "seats", Integer.valueOf(seats));
        }
        if (change.failed()) {
            return notPossible(d);
        }
        return d.sayGoodNews(
                "Your subscription has " + seats + " seats from the next invoice on. Nothing else changes.",
                "All set, you have " + seats + " seats from the next invoice on.",
                seats + " seats from the next invoice on.");
    }

    static Move cancellation(Dialogue d) {
        String account = account(d);
        if (account == null) {
            return d.say(
                    "Which account is it? Please send me the account number.",
                    "Sure, which account is it?",
                    "Account number?");
        }
        Done subscription = d.answerOf("get_subscription");
        if (subscription == null) {
            return Move.call("get_subscription", "account_id", account);
        }
        if (subscription.failed()) {
            return notPossible(d);
        }
        boolean atPeriodEnd = d.instructions().say("at the end of the paid period")
                && !AT_ONCE.matcher(d.everything()).find();
        Done cancelled = d.answerOf("cancel_subscription");
        if (cancelled == null) {
            String effective = atPeriodEnd ? "period-end" : "immediately";
            return Move.call("cancel_subscription", "account_id", account, "effective", effective);
        }
        if (cancelled.failed()) {
            return notPossible(d);
        }
        String end = atPeriodEnd ? "on " + subscription.text("paid_until") : "today";
        return d.say(
                "Your subscription ends " + end + ". The dashboard and the exports stay open until then.",
                "Your subscription ends " + end + ". You can use everything until then, exports too.",
                "Cancelled, ends " + end + ". Exports work until then.");
    }

    private static Move notPossible(Dialogue d) {
        return d.say(
                "I could not change the subscription.",
                "Sorry, I couldn't change the subscription.",
                "The change failed.");
    }

    private static @Nullable String account(Dialogue d) {
        return d.instructions().attribute("account_id");
    }
}
