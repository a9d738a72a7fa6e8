package dev.retrial.check.handoff;

import dev.retrial.check.CheckResult;
import dev.retrial.check.Failed;
import dev.retrial.check.Passed;
import dev.retrial.check.PhraseChoices;
import dev.retrial.scene.Scene;
import dev.retrial.text.Excerpt;
import dev.retrial.text.Phrase;
import dev.retrial.text.Span;
import dev.retrial.transcript.Transcript;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** {@code handoff.says}: what is handed over says one of these. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class HandoffSays extends HandoffCheck {

    private final List<Phrase> choices;

    /**
     * What must be said.
     *
     * @param choices at least one phrase, of which any will do
     */
    public HandoffSays(List<Phrase> choices, Handoffs handoffs) {
        super(handoffs);
        this.choices = List.copyOf(choices);
    }

    @Override
    public String name() {
        return "handoff.says";
    }

    @Override
    String expected() {
        return PhraseChoices.quoted(choices);
    }

    @Override
    CheckResult evaluate(HandedOver handedOver, Transcript transcript, Scene scene) {
        for (Phrase choice : choices) {
            if (handedOver.says(choice)) {
                return Passed.PLAIN;
            }
        }
        return new Failed(
                expected(), "not in " + handedOver.shown(), handedOver.turn(), List.of(), nearest(handedOver));
    }

    private @Nullable String nearest(HandedOver handedOver) {
        for (String text : handedOver.texts()) {
            for (Phrase choice : choices) {
                Span near = choice.nearest(text);
                if (near != null) {
                    return Excerpt.quoted(near.in(text));
                }
            }
        }
        return null;
    }
}
