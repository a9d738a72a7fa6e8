package dev.retrial.tickets.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.retrial.tickets.SeenCall;

/** Reads a line such as {@code issue_refund ok {"order":"A-1"} => {"done":true}}; what a help desk does not show is left out. */
final class Calls {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Calls() {}

    static SeenCall read(String said, String system) {
        String[] parts = said.split(" ", 3);
        Boolean succeeded = parts[1].equals("ok");
        if (system.equals("intercom") || parts.length < 3) {
            return new SeenCall(parts[0], null, null, succeeded);
        }
        String[] payload = parts[2].split(" => ", 2);
        return new SeenCall(parts[0], json(payload[0]), payload.length > 1 ? json(payload[1]) : null, succeeded);
    }

    private static JsonNode json(String written) {
        try {
            return MAPPER.readTree(written);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(written, e);
        }
    }
}
