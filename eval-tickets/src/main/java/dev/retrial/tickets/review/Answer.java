package dev.retrial.tickets.review;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is answered.
 *
 * @param status the HTTP status
 * @param type the media type
 * @param policy the content security policy
 * @param body the body
 */
record Answer(int status, String type, String policy, String body) {

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    static Answer page(String html, String policy) {
        return new Answer(200, "text/html; charset=utf-8", policy, html);
    }

    static Answer of(ObjectNode json) {
        return of(200, json);
    }

    static Answer of(int status, ObjectNode json) {
        return new Answer(status, "application/json", NOTHING, json.toString());
    }

    /** What went wrong, in a sentence that holds nothing of a ticket. */
    static Answer error(int status, String sentence) {
        return of(status, JsonNodeFactory.instance.objectNode().put("error", sentence));
    }
}
