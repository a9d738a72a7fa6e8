package dev.retrial.suite;

import dev.retrial.check.policy.RuleHolds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;

/** The checks that hold for a cell: those of the suite, of the cohort, of the case and of its turns, without what the case waives. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class EffectiveChecks {

    private EffectiveChecks() {}

    /** The checks of a cell, from the outermost layer to the innermost, then what always holds and the case does not say itself. */
    public static List<ScopedCheck> of(Suite suite, EvalCase evalCase, Cohort cohort) {
        List<ScopedCheck> checks = new ArrayList<>(suite.expect().size()
                + cohort.expect().size()
                + evalCase.expect().size());
        addUnlessWaived(suite.expect(), evalCase.waived(), cohort, checks);
        addUnlessWaived(rules(suite, evalCase, cohort), evalCase.waived(), cohort, checks);
        addUnlessWaived(cohort.expect(), evalCase.waived(), cohort, checks);
        checks.addAll(evalCase.expect());
        for (ScopedCheck check : suite.always()) {
            if (!has(evalCase.expect(), check) && !isWaived(check, evalCase.waived(), cohort)) {
                checks.add(check);
            }
        }
        return checks;
    }

    /** Whether some of these are the same check, of the whole trial too. */
    static boolean has(List<ScopedCheck> checks, ScopedCheck one) {
        for (int i = 0; i < checks.size(); i++) {
            ScopedCheck check = checks.get(i);
            if (check.turn() == null && check.check().name().equals(one.check().name())) {
                return true;
            }
        }
        return false;
    }

    /** The rules for this cohort, but for those that the case demands: to hold where they apply is less. */
    private static List<ScopedCheck> rules(Suite suite, EvalCase evalCase, Cohort cohort) {
        if (suite.rules().isEmpty()) {
            return List.of();
        }
        Set<String> demanded = new HashSet<>();
        for (ScopedCheck check : evalCase.expect()) {
            if (check.turn() == null && check.check() instanceof RuleHolds holds) {
                demanded.add(holds.name());
            }
        }
        List<ScopedCheck> rules = new ArrayList<>();
        for (ScopedCheck check : suite.rules()) {
            boolean isFor =
                    !(check.check() instanceof RuleHolds holds) || holds.rule().isFor(cohort.id());
            if (isFor && !demanded.contains(check.check().name())) {
                rules.add(check);
            }
        }
        return rules;
    }

    /** The checks of suite and cohort that the case waives for this cohort: its weakened gates. */
    public static List<ScopedCheck> waived(Suite suite, EvalCase evalCase, Cohort cohort) {
        List<ScopedCheck> waived = new ArrayList<>();
        for (List<ScopedCheck> layer : List.of(suite.expect(), suite.rules(), cohort.expect(), suite.always())) {
            for (ScopedCheck check : layer) {
                if (isWaived(check, evalCase.waived(), cohort)) {
                    waived.add(check);
                }
            }
        }
        return waived;
    }

    private static void addUnlessWaived(
            List<ScopedCheck> layer, Map<String, String> waived, Cohort cohort, List<ScopedCheck> checks) {
        if (waived.isEmpty()) {
            checks.addAll(layer);
            return;
        }
        for (ScopedCheck check : layer) {
            if (!isWaived(check, waived, cohort)) {
                checks.add(check);
            }
        }
    }

    private static boolean isWaived(ScopedCheck check, Map<String, String> waived, Cohort cohort) {
        String name = check.check().name();
        return waived.containsKey(name) || waived.containsKey(name + "@" + cohort.id());
    }
}
