package dev.retrial.samples.support;

import java.util.Map;
import java.util.TreeMap;

/**
 * Who is in the chat, as the chat widget tells it.
 *
 * @param persona the overlay that sets the voice: {@code enterprise}, {@code self-serve} or {@code developer}
 * @param attributes what is known about the customer, such as {@code account_id} or {@code plan}
 */
public record Customer(String persona, Map<String, String> attributes) {

    public Customer {
        attributes = Map.copyOf(attributes);
    }

    /** The attributes as lines for the prompt, in a fixed order so that equal customers make equal prompts. */
    String described() {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(attributes)
                .forEach((name, value) -> lines.append("- ")
                        .append(name)
                        .append(": ")
                        .append(value)
                        .append('\n'));
        return lines.isEmpty() ? "- nothing is known yet\n" : lines.toString();
    }
}
