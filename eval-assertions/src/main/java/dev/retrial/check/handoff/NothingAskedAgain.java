package dev.retrial.check.handoff;

import dev.retrial.check.CheckResult;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.scene.Facts;
import dev.retrial.scene.Scene;
import dev.retrial.text.LooseText;
import dev.retrial.text.Phrase;
import dev.retrial.transcript.CustomerMessage;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** {@code handoff.asks-again}: whatever fact the customer has given goes along, so that nobody has to ask for it a second time. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class NothingAskedAgain extends HandoffCheck {

    /** The customer is spared a repeated question. */
    public NothingAskedAgain(Handoffs handoffs) {
        super(handoffs);
    }

    @Override
    public String name() {
        return "handoff.asks-again";
    }

    @Override
    @Nullable
    String expected() {
        return null;
    }

    @Override
    CheckResult evaluate(HandedOver handedOver, Transcript transcript, Scene scene) {
        List<String> given = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, Facts.Fact> fact : scene.facts().byName().entrySet()) {
            String value = HandoffCarries.valueOf(fact.getValue());
            if (value != null && isGiven(value, handedOver.turn(), transcript)) {
                given.add(fact.getKey());
                if (!handedOver.holds(value)) {
                    missing.add(fact.getKey());
                }
            }
        }
        if (given.isEmpty()) {
            return new NotApplicable("the customer has given no fact of the case");
        }
        return missing.isEmpty()
                ? Passed.PLAIN
                : failed(
                        "what the customer has given: " + String.join(", ", given),
                        "without " + String.join(", ", missing) + ", in " + handedOver.shown(),
                        handedOver);
    }

    private static boolean isGiven(String value, int turn, Transcript transcript) {
        LooseText loose;
        Phrase phrase;
        try {
            loose = LooseText.of(value);
            phrase = Phrase.of(value);
        } catch (IllegalArgumentException e) {
            // A fact without a letter or a digit cannot be looked for.
            return false;
        }
        return isIn(loose, phrase, turn, transcript.earlier()) || isIn(loose, phrase, turn, transcript.events());
    }

    private static boolean isIn(LooseText loose, Phrase phrase, int turn, List<Event> events) {
        for (Event event : events) {
            if (event instanceof CustomerMessage message
                    && message.turn() <= turn
                    && (phrase.isIn(message.text()) || loose.find(message.text(), 0) != null)) {
                return true;
            }
        }
        return false;
    }
}
