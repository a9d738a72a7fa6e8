package dev.retrial.check.tone;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.scene.Scene;
import dev.retrial.text.Excerpt;
import dev.retrial.text.Phrase;
import dev.retrial.text.Span;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.Transcript;
import java.util.List;
import org.apiguardian.api.API;

/**
 * {@code tone.required}: every reply in scope says it.
 *
 * @param phrase compared as {@code reply.says} compares
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RequiredPhrase(Phrase phrase) implements Check {

    @Override
    public String name() {
        return "tone.required";
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        List<AgentReply> replies = transcript.replies();
        if (replies.isEmpty()) {
            return new NotApplicable("there is no reply");
        }
        for (AgentReply reply : replies) {
            Span span = phrase.find(reply.text());
            if (span == null) {
                return new Failed(
                        Excerpt.quoted(phrase.written()) + " in every reply",
                        "not said",
                        reply.turn(),
                        List.of(),
                        null);
            }
        }
        return Passed.PLAIN;
    }
}
