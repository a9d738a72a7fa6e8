package dev.retrial.samples.spring;

import static dev.retrial.assertj.RetrialAssertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.agent.AgentClient;
import dev.retrial.agent.Answer;
import dev.retrial.agent.Answer.CalledTool;
import dev.retrial.jupiter.Cell;
import dev.retrial.jupiter.EvalTest;
import dev.retrial.transcript.Transcript;
import java.util.List;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/** One invocation of the method per cell; the application is started once. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@TestConstructor(autowireMode = AutowireMode.ALL)
class RepliesTest {

    private final AgentClient agent;

    RepliesTest(FerryDesk desk) {
        agent = opening -> {
            boolean crew = opening.context().path("role").asText().equals("crew");
            return message -> answer(desk.answer(message, crew));
        };
    }

    @EvalTest("evals")
    void replies(Cell cell) {
        Transcript transcript = cell.replay(agent);

        // What the case expects is asserted when the method returns; this is said in Java for all of them.
        assertThat(transcript).callsAtMost("refund_booking", 1).neverMatches("(?i)probably|I think");
    }

    private static Answer answer(FerryDesk.Reply reply) {
        List<CalledTool> calls = reply.steps().stream()
                .map(step -> {
                    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
                    step.details().forEach(arguments::put);
                    return new CalledTool(
                            step.action(), arguments, JsonNodeFactory.instance.textNode(step.result()), null);
                })
                .toList();
        return Answer.of(reply.text(), calls);
    }
}
