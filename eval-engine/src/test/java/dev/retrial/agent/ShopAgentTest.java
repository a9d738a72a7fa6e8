package dev.retrial.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.retrial.agent.Answer.CalledTool;
import dev.retrial.replay.ReplayLimits;
import dev.retrial.replay.Replayed;
import dev.retrial.replay.Requests;
import dev.retrial.replay.TranscriptSource;
import dev.retrial.suite.Timeouts;
import dev.retrial.world.World;
import dev.retrial.world.Worlds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** The agent in code that {@code docs/agents.md} shows. */
class ShopAgentTest {

    // tag::agent[]
    static class ShopAgent implements AgentClient {

        @Override
        public Conversation open(Opening opening) {
            List<CalledTool> calls = new ArrayList<>();
            Shop shop = new Shop(opening.cohort().id(), (tool, arguments) -> {
                World.ToolResult result = opening.world().call(tool, arguments);
                calls.add(new CalledTool(tool, arguments, result.content(), result.status()));
                return result.content();
            });
            return message -> {
                calls.clear();
                return Answer.of(shop.say(message), calls);
            };
        }
    }
    // end::agent[]

    /** A team's own code. */
    private record Shop(String customerKind, BiFunction<String, JsonNode, JsonNode> tools) {

        String say(String message) {
            JsonNode order = tools.apply(
                    "lookup_order", JsonNodeFactory.instance.objectNode().put("said", message));
            return "For " + customerKind + " it is " + order.path("status").asText() + ".";
        }
    }

    @Test
    void it_answers_and_tells_its_calls() throws Exception {
        Replayed replayed = TranscriptSource.of(new ShopAgent(), ReplayLimits.of(Timeouts.DEFAULT))
                .replay(Requests.saying("Where is it?", "And now?")
                        .world(Worlds.of("{\"lookup_order\": [{\"returns\": {\"status\": \"open\"}}]}"))
                        .build());

        assertThat(replayed.transcript().lastReply().text()).isEqualTo("For default it is open.");
        assertThat(replayed.transcript().calls()).hasSize(2);
    }
}
