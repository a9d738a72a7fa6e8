package dev.retrial.run;

import dev.retrial.check.policy.RuleHolds;
import dev.retrial.run.Trial.Finding;
import dev.retrial.suite.ScopedCheck;
import dev.retrial.suite.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which rules of the suite's policies applied in any trial; a rule that never does guards nothing. */
final class RuleCoverage {

    private static final int SHOWN = 12;

    private final List<String> rules = new ArrayList<>();
    private final Set<String> applied = ConcurrentHashMap.newKeySet();

    RuleCoverage(Suite suite) {
        for (ScopedCheck check : suite.rules()) {
            if (check.check() instanceof RuleHolds holds) {
                rules.add(holds.rule().id());
            }
        }
    }

    /** Notes which rules applied in a trial. */
    void note(List<Finding> findings) {
        if (applied.size() == rules.size()) {
            return;
        }
        for (Finding finding : findings) {
            if (finding.check().check() instanceof RuleHolds holds && RuleHolds.applied(finding.result())) {
                applied.add(holds.rule().id());
            }
        }
    }

    /** The rules that applied in no trial so far, in the order of the policies. */
    List<String> uncovered() {
        List<String> uncovered = new ArrayList<>();
        for (String rule : rules) {
            if (!applied.contains(rule)) {
                uncovered.add(rule);
            }
        }
        return uncovered;
    }

    /** A line for people about the rules that applied nowhere. */
    static String line(List<String> uncovered) {
        int more = uncovered.size() - SHOWN;
        String names = String.join(", ", more > 0 ? uncovered.subList(0, SHOWN) : uncovered);
        return "Retrial: "
                + (uncovered.size() == 1
                        ? "1 rule applied in no trial: "
                        : uncovered.size() + " rules applied in no trial: ")
                + names
                + (more > 0 ? " and " + more + " more" : "");
    }
}
