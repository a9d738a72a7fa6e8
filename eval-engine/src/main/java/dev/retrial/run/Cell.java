package dev.retrial.run;

import dev.retrial.suite.Cohort;
import dev.retrial.suite.EvalCase;

/**
 * Case × cohort: one test.
 *
 * @param evalCase the case
 * @param cohort one of its cohorts
 */
public record Cell(EvalCase evalCase, Cohort cohort) {

    /** {@code ID [cohort]}. */
    public String displayName() {
        return evalCase.id() + " [" + cohort.id() + "]";
    }
}
