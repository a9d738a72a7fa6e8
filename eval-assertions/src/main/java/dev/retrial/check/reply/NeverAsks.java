package dev.retrial.check.reply;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Evidence;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.scene.Facts;
import dev.retrial.scene.Scene;
import dev.retrial.statement.Requests;
import dev.retrial.text.Excerpt;
import dev.retrial.text.Phrase;
import dev.retrial.text.Span;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.Transcript;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** {@code reply.never-asks}: no reply in scope asks the customer for this fact, by a question or a request. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class NeverAsks implements Check {

    private final String fact;
    private final @Nullable List<Phrase> wanted;

    private NeverAsks(String fact, @Nullable List<Phrase> wanted) {
        this.fact = fact;
        this.wanted = wanted;
    }

    /** A check of the fact of this name; by what words it is asked for is looked up among the scene's facts. */
    public static NeverAsks of(String fact) {
        return new NeverAsks(fact, null);
    }

    /** A check of the fact of this name. */
    public static NeverAsks of(String fact, Facts.Fact declared) {
        return new NeverAsks(fact, AskedFor.phrases(fact, declared));
    }

    @Override
    public String name() {
        return "reply.never-asks";
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        List<AgentReply> replies = transcript.replies();
        if (replies.isEmpty()) {
            return new NotApplicable("there is no reply");
        }
        List<Phrase> words = wanted;
        if (words == null) {
            words = AskedFor.phrases(fact, scene.facts().byName().get(fact));
        }
        for (AgentReply reply : replies) {
            Span asked = Requests.find(reply.text(), words);
            if (asked != null) {
                Span sentence = Requests.sentenceOf(reply.text(), asked);
                return new Failed(
                        "never asks for " + fact,
                        Excerpt.around(reply.text(), asked),
                        reply.turn(),
                        List.of(new Evidence(reply.turn(), sentence.start(), sentence.end())),
                        null);
            }
        }
        return Passed.PLAIN;
    }
}
