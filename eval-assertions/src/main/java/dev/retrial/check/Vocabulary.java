package dev.retrial.check;

import dev.retrial.scene.Catalogue;
import dev.retrial.scene.Facts;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.scene.ToolCatalog;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * What a suite and a case declare and an expectation may name.
 *
 * @param tools the suite's tools
 * @param outcomes by what the outcomes are told apart
 * @param facts what the customer knows; empty in the layers above the case
 * @param rules the rules of the suite's policies by id, each as the check that it holds wherever it applies
 * @param catalogue what the company has and has not
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Vocabulary(
        ToolCatalog tools, OutcomeSignals outcomes, Facts facts, Map<String, Check> rules, Catalogue catalogue) {

    /** Nothing is declared: what a check has that is used outside a suite. */
    public static final Vocabulary EMPTY = new Vocabulary(ToolCatalog.UNDECLARED, OutcomeSignals.NONE, Facts.NONE);

    /** Copies the map, keeping its order. */
    public Vocabulary {
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    }

    /** A vocabulary without a catalogue. */
    public Vocabulary(ToolCatalog tools, OutcomeSignals outcomes, Facts facts, Map<String, Check> rules) {
        this(tools, outcomes, facts, rules, Catalogue.NONE);
    }

    /** A vocabulary without rules and a catalogue. */
    public Vocabulary(ToolCatalog tools, OutcomeSignals outcomes, Facts facts) {
        this(tools, outcomes, facts, Map.of());
    }

    /** The same with these rules. */
    public Vocabulary with(Map<String, Check> others) {
        return new Vocabulary(tools, outcomes, facts, others, catalogue);
    }

    /** The same with this catalogue. */
    public Vocabulary with(Catalogue other) {
        return new Vocabulary(tools, outcomes, facts, rules, other);
    }
}
