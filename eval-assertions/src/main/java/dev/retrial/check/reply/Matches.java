package dev.retrial.check.reply;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Evidence;
import dev.retrial.check.Failed;
import dev.retrial.check.Passed;
import dev.retrial.scene.Scene;
import dev.retrial.text.Span;
import dev.retrial.text.TextPattern;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.Transcript;
import java.util.List;
import org.apiguardian.api.API;

/**
 * {@code reply.matches}: the pattern is found in some reply in scope.
 *
 * @param pattern the pattern, searched for in the reply as it was received
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Matches(TextPattern pattern) implements Check {

    @Override
    public String name() {
        return "reply.matches";
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        List<AgentReply> replies = transcript.replies();
        for (AgentReply reply : replies) {
            Span span = pattern.find(reply.text());
            if (span != null) {
                return new Passed(List.of(new Evidence(reply.turn(), span.start(), span.end())));
            }
        }
        return new Failed(
                "a match of " + pattern.written(),
                replies.isEmpty() ? "no reply" : "no match",
                replies.size() == 1 ? replies.get(0).turn() : null,
                List.of(),
                null);
    }
}
