package dev.retrial.samples.support.played;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The conversation up to the model's next move.
 *
 * @param instructions the system prompt
 * @param customer what the customer said, in order; never empty
 * @param done the tools called so far and what they answered
 */
record Dialogue(Instructions instructions, List<String> customer, List<Done> done) {

    /**
     * A tool call with its answer.
     *
     * @param tool the tool
     * @param arguments its arguments
     * @param answer the answer as JSON; an object without fields where it is no JSON object, as a failure's message is not
     */
    record Done(String tool, JsonNode arguments, JsonNode answer) {

        boolean failed() {
            return answer.isEmpty();
        }

        String text(String field) {
            return answer.path(field).asText();
        }
    }

    /** What the customer said last. */
    String latest() {
        return customer.get(customer.size() - 1);
    }

    /** All that the customer said. */
    String everything() {
        return String.join("\n", customer);
    }

    /** What the model keeps in mind: all that was said, if it is told to; otherwise the last message. */
    String inMind() {
        return instructions.say("never ask for something that the customer has already told you")
                ? everything()
                : latest();
    }

    /** What a tool answered when it was last called, or null where it was not. */
    @Nullable
    Done answerOf(String tool) {
        for (int i = done.size() - 1; i >= 0; i--) {
            if (done.get(i).tool().equals(tool)) {
                return done.get(i);
            }
        }
        return null;
    }

    static @Nullable String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(matcher.groupCount()) : null;
    }

    Move say(String formal, String friendly, String terse) {
        return say(false, false, formal, friendly, terse);
    }

    Move sayGoodNews(String formal, String friendly, String terse) {
        return say(false, true, formal, friendly, terse);
    }

    Move sayOfDocuments(String formal, String friendly, String terse) {
        return say(true, true, formal, friendly, terse);
    }

    private Move say(boolean aboutDocuments, boolean goodNews, String formal, String friendly, String terse) {
        String text = instructions.voice().of(formal, friendly, terse);
        return new Move.Say(Spirits.of(instructions, aboutDocuments).lift(text, goodNews));
    }
}
