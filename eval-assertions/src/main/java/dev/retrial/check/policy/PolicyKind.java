package dev.retrial.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.Check;
import dev.retrial.check.CheckKind;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Schema;
import dev.retrial.check.Spec;
import dev.retrial.check.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** {@code policy:} rules that must have applied and held. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PolicyKind implements CheckKind {

    /** Found by the service loader. */
    public PolicyKind() {}

    @Override
    public String key() {
        return "policy";
    }

    @Override
    public JsonNode schema() {
        return Schema.texts().put("description", "Ids of rules that must have applied and held.");
    }

    @Override
    public List<Check> bind(JsonNode json, Vocabulary vocabulary) throws InvalidExpectation {
        List<Check> checks = new ArrayList<>();
        for (Spec item : Spec.of(json).items()) {
            String id = item.text();
            Check rule = vocabulary.rules().get(id);
            if (rule == null) {
                throw vocabulary.rules().isEmpty()
                        ? item.invalid("the suite has no policy, so there is no rule '" + id + "'")
                        : item.unknown("unknown rule", id, vocabulary.rules().keySet());
            }
            checks.add(rule instanceof RuleHolds holds ? holds.demanded() : rule);
        }
        return checks;
    }
}
