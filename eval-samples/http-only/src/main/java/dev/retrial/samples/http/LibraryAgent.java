package dev.retrial.samples.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One reader's conversation with the library. */
final class LibraryAgent {

    private static final Pattern LOAN = Pattern.compile("\\bL-\\d{4}\\b");
    private static final Set<String> RESERVED_BY_OTHERS = Set.of("L-4410");

    private String loan = "";

    synchronized JsonNode answer(String message) {
        Matcher number = LOAN.matcher(message);
        if (number.find()) {
            loan = number.group();
        }
        String asked = message.toLowerCase(Locale.ROOT);
        ArrayNode calls = JsonNodeFactory.instance.arrayNode();
        if (asked.contains("fine") || asked.contains("late")) {
            return answer("Bring it back when you can; we stopped charging for late returns last year.", calls);
        }
        if (asked.contains("sunday") || asked.contains("open")) {
            return answer("We are open Monday to Saturday, 10:00 to 18:00. On Sunday the return box is open.", calls);
        }
        if (loan.isEmpty()) {
            return answer("Which loan is it? The number begins with L-.", calls);
        }
        boolean reserved = RESERVED_BY_OTHERS.contains(loan);
        ObjectNode state =
                JsonNodeFactory.instance.objectNode().put("loan", loan).put("reserved", reserved);
        call(calls, "lookup_loan", state);
        if (reserved) {
            return answer(
                    "Someone else is waiting for " + loan + ", so it cannot be renewed. It is due on 2026-04-14.",
                    calls);
        }
        call(calls, "renew_loan", state.deepCopy().put("due_on", "2026-05-05"));
        return answer("Renewed: " + loan + " is now due on 2026-05-05.", calls);
    }

    private void call(ArrayNode calls, String tool, JsonNode result) {
        ObjectNode call = calls.addObject().put("name", tool);
        call.putObject("arguments").put("loan", loan);
        call.set("result", result);
    }

    private static ObjectNode answer(String reply, ArrayNode calls) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("reply", reply);
        answer.set("tool_calls", calls);
        return answer;
    }
}
