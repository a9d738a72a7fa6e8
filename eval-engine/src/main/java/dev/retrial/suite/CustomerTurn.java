package dev.retrial.suite;

import java.util.List;

/**
 * One message of the customer.
 *
 * @param customer what is said
 * @param gives the facts that it gives away
 */
public record CustomerTurn(String customer, List<String> gives) {

    /** Copies the list. */
    public CustomerTurn {
        gives = List.copyOf(gives);
    }
}
