package dev.retrial.junit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.agent.AgentClient;
import dev.retrial.agent.Answer;
import dev.retrial.agent.Conversation;
import dev.retrial.agent.Opening;
import dev.retrial.transcript.ToolCall;
import java.util.List;

/** An agent with a few bad habits. */
final class ShopAgent implements AgentClient {

    @Override
    public Conversation open(Opening opening) {
        return ShopAgent::answer;
    }

    private static Answer answer(String message) {
        if (message.contains("refund")) {
            ObjectNode arguments = JsonNodeFactory.instance.objectNode().put("order_id", "A-1042");
            return Answer.of(
                    "I have refunded you.",
                    List.of(new Answer.CalledTool("issue_refund", arguments, null, ToolCall.Status.OK)));
        }
        return Answer.of(message.contains("shout") ? "We never do!!!" : "Good morning to you");
    }
}
