package dev.retrial.check.handoff;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.Transcript;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One demand on what is handed over. */
abstract class HandoffCheck implements Check {

    private final Handoffs handoffs;

    HandoffCheck(Handoffs handoffs) {
        this.handoffs = handoffs;
    }

    @Override
    public final CheckResult evaluate(Transcript transcript, Scene scene) {
        HandedOver handedOver = handoffs.last(transcript);
        if (handedOver != null) {
            return evaluate(handedOver, transcript, scene);
        }
        if (!transcript.callsKnown()) {
            return new NotApplicable("it is not known what was handed over");
        }
        String missing = expected();
        return missing == null ? new NotApplicable("nothing was handed over") : Failed.of(missing, "no hand-off");
    }

    /** What a missing hand-off fails to do; null where only one that is there can be wrong. */
    abstract @Nullable String expected();

    abstract CheckResult evaluate(HandedOver handedOver, Transcript transcript, Scene scene);

    static Failed failed(String expected, String was, HandedOver handedOver) {
        return new Failed(expected, was, handedOver.turn(), List.of(), null);
    }
}
