package dev.retrial.suite;

import dev.retrial.check.BoundedCheck;
import dev.retrial.check.Check;
import dev.retrial.suite.yaml.Complaints;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Holds the bounds of a case and its turns against those of the layers around them. */
final class CaseBounds {

    private final SuiteFrame frame;
    private final Collection<String> cohorts;
    private final Map<String, String> waived;
    private final Complaints complaints;

    CaseBounds(SuiteFrame frame, Collection<String> cohorts, Map<String, String> waived, Complaints complaints) {
        this.frame = frame;
        this.cohorts = cohorts;
        this.waived = waived;
        this.complaints = complaints;
    }

    /**
     * Reports a bound that does nothing.
     *
     * @param inner a check of the case or of a turn
     * @param own all checks of the case and its turns
     */
    void refuseLooser(ExpectReader.Placed inner, List<ExpectReader.Placed> own) {
        if (!(inner.check().check() instanceof BoundedCheck bounded)) {
            return;
        }
        String name = bounded.name();
        if (inner.check().layer() == Layer.TURN && looserThanCase(bounded, inner, own)) {
            return;
        }
        List<ScopedCheck> suite = frame.settings().expect();
        if (!suite.isEmpty()
                && !waived.containsKey(name)
                && Bounds.complain(bounded, inner.place(), suite, "the suite", remedy(name), complaints)) {
            return;
        }
        for (String id : cohorts) {
            Cohort cohort = frame.cohorts().get(id);
            if (cohort != null && !cohort.expect().isEmpty() && looserThanCohort(bounded, inner, cohort)) {
                return;
            }
        }
    }

    private boolean looserThanCohort(BoundedCheck bounded, ExpectReader.Placed inner, Cohort cohort) {
        String name = bounded.name();
        String full = name + "@" + cohort.id();
        return !waived.containsKey(name)
                && !waived.containsKey(full)
                && Bounds.complain(
                        bounded,
                        inner.place(),
                        cohort.expect(),
                        "the cohort '" + cohort.id() + "'",
                        remedy(full),
                        complaints);
    }

    private boolean looserThanCase(BoundedCheck bounded, ExpectReader.Placed inner, List<ExpectReader.Placed> own) {
        List<ScopedCheck> ofCase = new ArrayList<>();
        for (ExpectReader.Placed placed : own) {
            Check check = placed.check().check();
            if (placed.check().layer() == Layer.CASE && check.name().equals(bounded.name())) {
                ofCase.add(placed.check());
            }
        }
        return Bounds.complain(bounded, inner.place(), ofCase, "the case", "", complaints);
    }

    private static String remedy(String waived) {
        return ", or waive the outer one with a reason (waive: {" + waived + ": …})";
    }
}
