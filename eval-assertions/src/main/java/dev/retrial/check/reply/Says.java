package dev.retrial.check.reply;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Evidence;
import dev.retrial.check.Failed;
import dev.retrial.check.Passed;
import dev.retrial.check.PhraseChoices;
import dev.retrial.scene.Scene;
import dev.retrial.text.Excerpt;
import dev.retrial.text.Phrase;
import dev.retrial.text.Span;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.Transcript;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * {@code reply.says}: some reply in scope says one of these.
 *
 * @param choices at least one phrase
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Says(List<Phrase> choices) implements Check {

    /** Copies the list. */
    public Says {
        choices = List.copyOf(choices);
    }

    @Override
    public String name() {
        return "reply.says";
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        List<AgentReply> replies = transcript.replies();
        for (AgentReply reply : replies) {
            for (Phrase choice : choices) {
                Span span = choice.find(reply.text());
                if (span != null) {
                    return new Passed(List.of(new Evidence(reply.turn(), span.start(), span.end())));
                }
            }
        }
        return new Failed(
                PhraseChoices.quoted(choices),
                replies.isEmpty() ? "no reply" : "not said",
                replies.size() == 1 ? replies.get(0).turn() : null,
                List.of(),
                nearest(replies));
    }

    private @Nullable String nearest(List<AgentReply> replies) {
        for (int i = replies.size() - 1; i >= 0; i--) {
            AgentReply reply = replies.get(i);
            for (Phrase choice : choices) {
                Span near = choice.nearest(reply.text());
                if (near != null) {
                    return Excerpt.quoted(near.in(reply.text())) + ", turn " + reply.turn();
                }
            }
        }
        return null;
    }
}
