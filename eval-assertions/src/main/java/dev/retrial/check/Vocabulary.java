package dev.retrial.check;

import dev.retrial.scene.Facts;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.scene.ToolCatalog;
import org.apiguardian.api.API;

/**
 * What a suite and a case declare and an expectation may name.
 *
 * @param tools the suite's tools
 * @param outcomes by what the outcomes are told apart
 * @param facts what the customer knows; empty in the layers above the case
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Vocabulary(ToolCatalog tools, OutcomeSignals outcomes, Facts facts) {

    /** Nothing is declared: what a check has that is used outside a suite. */
    public static final Vocabulary EMPTY = new Vocabulary(ToolCatalog.UNDECLARED, OutcomeSignals.NONE, Facts.NONE);
}
