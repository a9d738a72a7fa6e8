package dev.retrial.assertj;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.DeferredCheck;
import dev.retrial.check.Errored;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.report.Finding;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;

/** Checks evaluated together, the deferred ones last; where something is asserted, what has nothing to look at does not hold. */
final class Evaluation {

    private final Transcript transcript;
    private final Scene scene;
    private boolean satisfied = true;

    Evaluation(Transcript transcript, Scene scene) {
        this.transcript = transcript;
        this.scene = scene;
    }

    /** What each check finds, in their order. */
    List<Finding> of(Check... checks) {
        Finding[] findings = new Finding[checks.length];
        for (int i = 0; i < checks.length; i++) {
            if (!(checks[i] instanceof DeferredCheck)) {
                findings[i] = finding(checks[i]);
            }
        }
        boolean asked = satisfied;
        for (int i = 0; i < checks.length; i++) {
            if (checks[i] instanceof DeferredCheck deferred) {
                findings[i] =
                        asked ? finding(deferred.weighedIn(scene)) : new Finding(deferred, DeferredCheck.NOT_EVALUATED);
            }
        }
        return new ArrayList<>(List.of(findings));
    }

    /** Whether all that gate hold. */
    boolean satisfied() {
        return satisfied;
    }

    private Finding finding(Check check) {
        CheckResult result = check.evaluate(transcript, scene);
        if (result instanceof NotApplicable none) {
            result = new Errored("not applicable: " + none.reason());
        }
        satisfied &= !check.severity().gates() || !(result instanceof Failed || result instanceof Errored);
        return new Finding(check, result);
    }
}
