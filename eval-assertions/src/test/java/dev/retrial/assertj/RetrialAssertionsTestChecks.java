package dev.retrial.assertj;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Failed;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.Transcript;

/** A team's own check, which quotes without care. */
final class RetrialAssertionsTestChecks {

    static final Check FAILING = new Check() {
        @Override
        public String name() {
            return "acme";
        }

        @Override
        public CheckResult evaluate(Transcript transcript, Scene scene) {
            return Failed.of("x", "for A-1042 now!");
        }
    };

    private RetrialAssertionsTestChecks() {}
}
