package dev.retrial.samples.support.tools;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Orders and the money that goes back for them. */
public final class Orders {

    /** A probe in an order; refunds name it by its serial number. */
    public record Item(String serial, String name, BigDecimal price) {}

    /** An order; {@code deliveredOn} is an ISO date. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Order(String orderId, String status, String deliveredOn, BigDecimal amount, List<Item> items) {}

    /** A refund on its way. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Refund(String refundId, String orderId, BigDecimal amount) {}

    private final Map<String, Order> orders = new HashMap<>();

    public Orders() {
        add(new Order(
                "A-1001",
                "delivered",
                "2026-02-20",
                new BigDecimal("89.00"),
                List.of(new Item("LF1-4410", "Probe LF-1", new BigDecimal("89.00")))));
        add(new Order(
                "A-1002",
                "delivered",
                "2025-11-03",
                new BigDecimal("258.00"),
                List.of(
                        new Item("LF2-0930", "Probe LF-2", new BigDecimal("129.00")),
                        new Item("LF2-0931", "Probe LF-2", new BigDecimal("129.00")))));
    }

    private void add(Order order) {
        orders.put(order.orderId(), order);
    }

    @Tool(name = "lookup_order", value = "Looks up an order by its number")
    public Order lookupOrder(@P(name = "order_id", value = "such as A-1001") String orderId) {
        Order order = orders.get(orderId);
        if (order == null) {
            throw new IllegalArgumentException("No such order");
        }
        return order;
    }

    @Tool(name = "issue_refund", value = "Pays money back for an order")
    public Refund issueRefund(
            @P(name = "order_id", value = "such as A-1001") String orderId,
            @P(name = "amount", value = "in US dollars") BigDecimal amount,
            @P(name = "reason", value = "in the customer's words") String reason) {
        Order order = lookupOrder(orderId);
        if (amount.compareTo(order.amount()) > 0) {
            throw new IllegalArgumentException("More than was paid");
        }
        return new Refund("R-" + orderId.substring(2), orderId, amount);
    }
}
