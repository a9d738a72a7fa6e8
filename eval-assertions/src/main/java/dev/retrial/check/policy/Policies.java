package dev.retrial.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.Check;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import dev.retrial.check.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** The rules of a suite, each as the check that it holds wherever it applies. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Policies {

    /** No rule. */
    public static final Policies NONE = new Policies(Map.of());

    private final Map<String, RuleHolds> byId;

    private Policies(Map<String, RuleHolds> byId) {
        this.byId = Collections.unmodifiableMap(byId);
    }

    /**
     * These rules.
     *
     * @throws IllegalArgumentException where two have one id
     */
    public static Policies of(Collection<Rule> rules) {
        Map<String, RuleHolds> byId = new LinkedHashMap<>();
        for (Rule rule : rules) {
            if (byId.put(rule.id(), RuleHolds.of(rule)) != null) {
                throw new IllegalArgumentException("there are two rules '" + rule.id() + "'");
            }
        }
        return new Policies(byId);
    }

    /**
     * The rules of one policy, as its file holds them.
     *
     * @param policy a map with {@code rules} and, if wanted, {@code version} and {@code source}
     * @param vocabulary the tools and outcomes that rules may name
     * @throws InvalidExpectation where a rule cannot be what it says
     */
    public static Policies read(JsonNode policy, Vocabulary vocabulary) throws InvalidExpectation {
        Spec spec = Spec.of(policy).allowing("version", "source", "rules");
        Spec version = spec.optional("version");
        Spec source = spec.optional("source");
        RuleReader reader = new RuleReader(
                vocabulary, null, version == null ? null : version.text(), source == null ? null : source.text());
        List<Rule> rules = new ArrayList<>();
        for (Spec rule : spec.required("rules").entries().values()) {
            rules.add(reader.read(rule.key(), rule));
        }
        return of(rules);
    }

    /** The check of each rule, by its id. */
    public Map<String, RuleHolds> rules() {
        return byId;
    }

    /** The same, as a vocabulary has them. */
    public Map<String, Check> checks() {
        return new LinkedHashMap<>(byId);
    }
}
