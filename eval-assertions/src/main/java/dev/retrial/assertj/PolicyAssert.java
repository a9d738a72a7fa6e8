package dev.retrial.assertj;

import dev.retrial.check.Check;
import dev.retrial.check.Nearest;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.policy.Policies;
import dev.retrial.check.policy.RuleHolds;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** What a transcript can be asserted to keep to: the rules of a suite's policies. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class PolicyAssert extends ToneAssert {

    private Policies policies = Policies.NONE;

    PolicyAssert(Transcript actual) {
        super(actual);
    }

    /** The part that assertions look at. */
    abstract Transcript scope();

    /** What else is known. */
    abstract Scene knownScene();

    Policies policies() {
        return policies;
    }

    /** Says which rules there are, for the assertions that follow. */
    public TranscriptAssert withPolicies(Policies known) {
        policies = known;
        return myself;
    }

    /** These rules applied and held: {@code policy}. Needs the rules, by {@link #withPolicies}. */
    public TranscriptAssert followsPolicy(String... rules) {
        List<Check> checks = new ArrayList<>();
        for (String id : rules) {
            RuleHolds rule = policies.rules().get(id);
            if (rule == null) {
                String nearest = Nearest.to(id, policies.rules().keySet());
                throw new IllegalArgumentException(
                        "unknown rule '" + id + "'" + (nearest == null ? "" : "; did you mean '" + nearest + "'?"));
            }
            checks.add(rule.demanded());
        }
        return satisfies(checks.toArray(new Check[0]));
    }

    /** Every rule holds where it applies, and one applies at least: {@code policy.<id>}. Needs the rules, by {@link #withPolicies}. */
    public TranscriptAssert breaksNoPolicy() {
        isNotNull();
        List<Check> applying = new ArrayList<>();
        for (RuleHolds rule : policies.rules().values()) {
            if (!(rule.evaluate(scope(), knownScene()) instanceof NotApplicable)) {
                applying.add(rule);
            }
        }
        if (applying.isEmpty()) {
            throw failure("no rule applied, so nothing is said by breaking none");
        }
        return satisfies(applying.toArray(new Check[0]));
    }
}
