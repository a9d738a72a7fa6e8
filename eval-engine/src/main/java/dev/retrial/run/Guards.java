package dev.retrial.run;

import dev.retrial.check.Check;
import dev.retrial.check.Severity;
import dev.retrial.check.policy.RuleHolds;
import dev.retrial.gate.Part;
import dev.retrial.suite.CaseFile;
import dev.retrial.suite.Cohort;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.GateSpec;
import dev.retrial.suite.ScopedCheck;
import dev.retrial.suite.Status;
import dev.retrial.suite.Suite;
import dev.retrial.suite.Trials;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What makes the gate strict, by name, so that a later run can tell whether it was made easier to pass. */
final class Guards {

    private final Map<String, String> guards = new HashMap<>();

    private Guards() {}

    static Map<String, String> of(Suite suite, Trials trials) {
        Guards all = new Guards();
        all.guards.put("trials", trials.pass() + "/" + trials.attempts());
        all.add(suite.gate());
        all.add(suite.expect(), "");
        all.add(suite.rules(), "");
        // What is only reported is no guard.
        all.add(gating(suite.always()), "");
        for (Cohort cohort : suite.cohorts().values()) {
            all.add(cohort.expect(), "@" + cohort.id());
        }
        for (CaseFile file : suite.files()) {
            if (file instanceof EvalCase evalCase) {
                all.add(evalCase);
            }
        }
        return all.guards;
    }

    private static List<ScopedCheck> gating(List<ScopedCheck> checks) {
        List<ScopedCheck> gating = new ArrayList<>(checks);
        gating.removeIf(check -> !check.check().severity().gates());
        return gating;
    }

    private void add(@Nullable GateSpec gate) {
        if (gate == null) {
            return;
        }
        guards.put("gate", gate.by().key());
        guards.put("complete", Double.toString(gate.complete()));
        for (GateSpec.Floor floor : gate.floors()) {
            guards.put("floor:" + floor.part().name(), Double.toString(floor.rate()));
        }
        for (Part slice : gate.slices()) {
            guards.put("slice:" + slice.name(), "compared");
        }
    }

    private void add(List<ScopedCheck> checks, String where) {
        for (int i = 0; i < checks.size(); i++) {
            Check check = checks.get(i).check();
            String severity = check.severity().name().toLowerCase(Locale.ROOT);
            if (check instanceof RuleHolds rule) {
                guards.put("rule:" + rule.rule().id(), severity);
            } else {
                guards.merge("expect:" + check.name() + where, severity, Guards::stricter);
            }
        }
    }

    /** Two of one name count as the stricter. */
    private static String stricter(String one, String other) {
        return Severity.valueOf(one.toUpperCase(Locale.ROOT))
                                .compareTo(Severity.valueOf(other.toUpperCase(Locale.ROOT)))
                        <= 0
                ? one
                : other;
    }

    private void add(EvalCase evalCase) {
        if (evalCase.status() != Status.ACTIVE) {
            guards.put("status:" + evalCase.id(), evalCase.status().key());
        }
        for (Map.Entry<String, String> waived : evalCase.waived().entrySet()) {
            guards.put("waive:" + evalCase.id() + ":" + waived.getKey(), waived.getValue());
        }
        for (Map.Entry<String, String> varies : evalCase.varies().entrySet()) {
            guards.put("varies:" + evalCase.id() + ":" + varies.getKey(), varies.getValue());
        }
    }
}
