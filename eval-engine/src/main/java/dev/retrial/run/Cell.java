package dev.retrial.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.suite.Cohort;
import dev.retrial.suite.EvalCase;

/**
 * Case × cohort: one test.
 *
 * @param evalCase the case
 * @param cohort one of its cohorts
 */
public record Cell(EvalCase evalCase, Cohort cohort) {

    /** The request attributes: the cohort's, then the case's; not to be changed. */
    public ObjectNode context() {
        if (evalCase.context().isEmpty()) {
            return cohort.context();
        }
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        context.setAll(cohort.context());
        context.setAll(evalCase.context());
        return context;
    }

    /** {@code ID [cohort]}. */
    public String displayName() {
        return evalCase.id() + " [" + cohort.id() + "]";
    }
}
