package dev.retrial.check.tone;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Evidence;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.scene.Scene;
import dev.retrial.text.Prose;
import dev.retrial.text.Quotations;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.Transcript;
import java.util.List;
import org.apiguardian.api.API;

/**
 * {@code tone.empathy}: some reply in scope acknowledges how the customer feels.
 *
 * <p>Known phrases show it; where there is none, nothing is known, and the check is not applicable. It never fails: that is for a judge.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Empathy() implements Check {

    private static final Lexicon ACKNOWLEDGING = new Lexicon(
            "i understand how",
            "i understand that this",
            "i understand your",
            "i understand why",
            "we understand how",
            "we understand your",
            "we understand that this",
            "i completely understand",
            "i totally understand",
            "i fully understand",
            "i can understand",
            "i can imagine",
            "i can see why",
            "i can see how",
            "i can certainly see",
            "i see why",
            "i know how",
            "i know this is",
            "i know that this",
            "i hear you",
            "i realize how",
            "i realise how",
            "i realize this",
            "i realise this",
            "must be frustrating",
            "must have been frustrating",
            "is frustrating",
            "how frustrating",
            "so frustrating",
            "very frustrating",
            "your frustration",
            "the frustration",
            "your disappointment",
            "your concern",
            "your concerns",
            "your worry",
            "is disappointing",
            "is upsetting",
            "is annoying",
            "is stressful",
            "must be stressful",
            "must be difficult",
            "must be hard",
            "must be worrying",
            "sounds frustrating",
            "sounds stressful",
            "sounds difficult",
            "sounds really",
            "sorry to hear",
            "sorry you're",
            "sorry you are",
            "sorry you had",
            "sorry you've had",
            "sorry you have had",
            "sorry that you",
            "sorry for the trouble",
            "sorry for the frustration",
            "sorry for the stress",
            "sorry about the trouble",
            "sorry for your loss",
            "in your position",
            "in your shoes",
            "you have every right",
            "you're right to be",
            "you are right to be",
            "no wonder you",
            "i'd be upset too",
            "i would be upset too",
            "i'd feel the same",
            "i would feel the same",
            "that's not the experience",
            "that is not the experience",
            "let you down",
            "we let you down",
            "es tut mir leid dass",
            "ich verstehe dass",
            "ich kann gut verstehen",
            "ihren ärger",
            "ihre enttäuschung",
            "je comprends que",
            "je comprends votre",
            "votre frustration",
            "désolé que vous",
            "entiendo que",
            "entiendo su",
            "lamento que",
            "siento que haya");

    @Override
    public String name() {
        return "tone.empathy";
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        List<AgentReply> replies = transcript.replies();
        if (replies.isEmpty()) {
            return new NotApplicable("there is no reply");
        }
        for (AgentReply reply : replies) {
            Tally tally = new Tally();
            ACKNOWLEDGING.count(Quotations.without(Prose.of(reply.text()).text()), tally);
            if (tally.figure() > 0) {
                return new Passed(List.of(new Evidence(
                        reply.turn(),
                        tally.places().get(0).start(),
                        tally.places().get(0).end())));
            }
        }
        return new NotApplicable("undecided: no phrase that is known to acknowledge a feeling");
    }
}
