package acme;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.agent.AgentClient;
import dev.retrial.agent.Answer;
import dev.retrial.agent.Conversation;
import dev.retrial.agent.Opening;
import dev.retrial.world.World;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

public class ShopAgent implements AgentClient {
    private static final AtomicBoolean ASKED = new AtomicBoolean();

    @Override
    public Conversation open(Opening opening) {
        return message -> answer(message, opening);
    }

    private static Answer answer(String message, Opening opening) {
        if (message.contains("refund")) {
            ObjectNode arguments = JsonNodeFactory.instance.objectNode().put("order_id", "A-1042");
            World.ToolResult result = opening.world().call("issue_refund", arguments);
            return Answer.of(
                    "I tried to refund it",
                    List.of(new Answer.CalledTool("issue_refund", arguments, result.content(), result.status())));
        }
        if (message.contains("shout")) {
            return Answer.of("We never do!!!");
        }
        if (message.contains("flaky")) {
            return Answer.of(ASKED.getAndSet(true) ? "Not at all" : "At times");
        }
        if (message.contains("invoice")) {
            return Answer.of("What is an invoice?");
        }
        return Answer.of("Good morning to you");
    }
}
