package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apiguardian.api.API;

/** What an expectation may refer to instead of writing it down: {@code facts.order_id}, {@code context.plan}, {@code result.lookup_order.amount}. */
@API(status = API.Status.INTERNAL, since = "0.1")
@FunctionalInterface
public interface References {

    /** The roots that a reference may begin with. */
    List<String> ROOTS = List.of("facts", "context", "result");

    /**
     * What is meant, or a {@link com.fasterxml.jackson.databind.node.MissingNode} where there is no such thing.
     *
     * @param path the steps from the root, at least two
     */
    JsonNode find(List<String> path);
}
