package dev.retrial.check.reply;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Evidence;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.scene.Scene;
import dev.retrial.statement.Stance;
import dev.retrial.statement.Statements;
import dev.retrial.text.Excerpt;
import dev.retrial.text.Phrase;
import dev.retrial.text.Span;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * {@code reply.never-affirms}: no reply in scope says that any of these is so.
 *
 * <p>What is denied, asked, quoted, put right, conditional or a plan is not affirmed; where such a mention is passed over, it is the evidence.
 *
 * @param forbidden at least one phrase
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record NeverAffirms(List<Phrase> forbidden) implements Check {

    private static final int MOST_EVIDENCE = 20;

    /** Takes the phrases in whatever form their words may be said. */
    public NeverAffirms {
        List<Phrase> inAnyForm = new ArrayList<>(forbidden.size());
        for (Phrase phrase : forbidden) {
            inAnyForm.add(Phrase.inflected(phrase.written()));
        }
        forbidden = List.copyOf(inAnyForm);
    }

    @Override
    public String name() {
        return "reply.never-affirms";
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        List<AgentReply> replies = transcript.replies();
        if (replies.isEmpty()) {
            return new NotApplicable("there is no reply");
        }
        List<Evidence> passedOver = new ArrayList<>();
        for (AgentReply reply : replies) {
            Statements statements = null;
            for (Phrase phrase : forbidden) {
                Span mention = phrase.find(reply.text());
                while (mention != null) {
                    statements = statements == null ? Statements.of(reply.text()) : statements;
                    Evidence evidence = new Evidence(reply.turn(), mention.start(), mention.end());
                    if (statements.stance(mention) == Stance.AFFIRMED) {
                        return new Failed(
                                "never affirms " + Excerpt.quoted(phrase.written()),
                                Excerpt.around(reply.text(), mention),
                                reply.turn(),
                                List.of(evidence),
                                null);
                    }
                    if (passedOver.size() < MOST_EVIDENCE) {
                        passedOver.add(evidence);
                    }
                    mention = phrase.find(reply.text(), mention.end());
                }
            }
        }
        return passedOver.isEmpty() ? Passed.PLAIN : new Passed(passedOver);
    }
}
