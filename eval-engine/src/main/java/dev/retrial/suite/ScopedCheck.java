package dev.retrial.suite;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.Transcript;
import org.jspecify.annotations.Nullable;

/**
 * A check with the part of the trial that it looks at.
 *
 * @param check the expectation
 * @param kind the key of {@code expect:} it was bound from: {@code tools}
 * @param layer where it was written
 * @param turn the customer's turn it is about, from 1, or null for the whole trial
 */
public record ScopedCheck(
        Check check, String kind, Layer layer, @Nullable Integer turn) {

    /** Evaluates the check over its part of the trial. */
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        return check.evaluate(turn == null ? transcript : transcript.turn(turn), scene);
    }
}
