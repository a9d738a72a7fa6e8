package dev.retrial.samples.support.played;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.samples.support.played.Dialogue.Done;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Orders, deliveries and refunds. */
final class OrderTopics {

    private static final Pattern ORDER = Pattern.compile("\\bA-\\d{4,}\\b");
    private static final Pattern DAYS = Pattern.compile("(\\d+) days");

    private OrderTopics() {}

    static Move delivery(Dialogue d) {
        String id = Dialogue.find(ORDER, d.inMind());
        if (id == null) {
            return askForOrder(d);
        }
        Done order = d.answerOf("lookup_order");
        if (order == null) {
            return Move.call("lookup_order", "order_id", id);
        }
        if (order.failed()) {
            return unknownOrder(d, id);
        }
        String status = order.text("status");
        String expected = order.text("expected_on");
        return d.say(
                "Order " + id + " has the status \"" + status + "\" and is expected on " + expected + ".",
                "Order " + id + " is " + status + " and should be with you on " + expected + ".",
                id + ": " + status + ", expected " + expected + ".");
    }

    static Move refund(Dialogue d) {
        String id = Dialogue.find(ORDER, d.inMind());
        if (id == null) {
            return askForOrder(d);
        }
        Done order = d.answerOf("lookup_order");
        if (order == null && d.instructions().say("look up the order before")) {
            return Move.call("lookup_order", "order_id", id);
        }
        if (order != null && order.failed()) {
            return unknownOrder(d, id);
        }
        Done refund = d.answerOf("issue_refund");
        if (refund != null) {
            return refunded(d, id, refund);
        }
        Integer days = d.instructions().refundDays();
        if (order != null
                && days != null
                && isLate(order.text("delivered_on"), d.instructions().today(), days)) {
            return tooLate(d, id, order.text("delivered_on"), days);
        }
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("order_id", id);
        arguments.put("amount", amount(d, order));
        arguments.put("reason", "The customer asked for it");
        return new Move.Call("issue_refund", arguments);
    }

    private static Move askForOrder(Dialogue d) {
        return d.say(
                "Which order is it? Please send me the order number; it begins with A- and is on the invoice.",
                "Sure, what's your order number? It starts with A-.",
                "Order number?");
    }

    private static Move unknownOrder(Dialogue d, String id) {
        return d.say(
                "I cannot find an order " + id + ". Please check the number on your invoice.",
                "I can't find an order " + id + ", could you check the number?",
                "No order " + id + ". Check the number.");
    }

    private static Move refunded(Dialogue d, String id, Done refund) {
        if (refund.failed()) {
            return d.say(
                    "The refund for order " + id + " could not be issued.",
                    "Sorry, the refund for order " + id + " didn't go through.",
                    "Refund for " + id + " failed.");
        }
        String amount = dollars(refund.answer().path("amount").decimalValue());
        return d.sayGoodNews(
                "I have refunded " + amount + " for order " + id
                        + ". It reaches your account within five working days.",
                "Done, I've refunded " + amount + " for order " + id + ". You'll see it within five working days.",
                "Refunded " + amount + " for " + id + ", five working days.");
    }

    private static Move tooLate(Dialogue d, String id, String deliveredOn, int days) {
        String told = Dialogue.find(DAYS, d.latest());
        boolean toldOtherwise = told != null && !told.equals(String.valueOf(days));
        String limit = days + " days";
        return d.say(
                (toldOtherwise ? "I am sorry that you were told otherwise. " : "") + "Order " + id
                        + " was delivered on "
                        + deliveredOn + ", and a refund is possible within " + limit
                        + " of delivery. The warranty covers a repair at no charge, which I can arrange.",
                (toldOtherwise ? "I'm sorry you were told something else. " : "I'm sorry. ") + "Order " + id
                        + " arrived on "
                        + deliveredOn + " and we can only refund within " + limit
                        + " of delivery. A repair under warranty is free, and I'm glad to set it up.",
                (toldOtherwise ? "You were told wrong, sorry. " : "") + id + " was delivered on " + deliveredOn
                        + "; refunds end after " + limit + ". A warranty repair is free.");
    }

    private static String dollars(BigDecimal amount) {
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        return "$" + amount.setScale(whole ? 0 : 2, RoundingMode.HALF_UP).toPlainString();
    }

    private static boolean isLate(String deliveredOn, String today, int days) {
        return !deliveredOn.isEmpty()
                && ChronoUnit.DAYS.between(LocalDate.parse(deliveredOn), LocalDate.parse(today)) > days;
    }

    /** The items that the customer names by their serial numbers, if told to tell them apart; otherwise everything. */
    private static BigDecimal amount(Dialogue d, @Nullable Done order) {
        if (order == null) {
            return BigDecimal.TEN;
        }
        BigDecimal named = BigDecimal.ZERO;
        for (JsonNode item : order.answer().path("items")) {
            if (d.everything().contains(item.path("serial").asText())) {
                named = named.add(item.path("price").decimalValue());
            }
        }
        boolean onlyNamed = d.instructions().say("only the items that the customer names") && named.signum() > 0;
        return onlyNamed ? named : order.answer().path("amount").decimalValue();
    }
}
