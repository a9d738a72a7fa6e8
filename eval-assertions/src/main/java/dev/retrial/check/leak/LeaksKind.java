package dev.retrial.check.leak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.Check;
import dev.retrial.check.CheckKind;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Schema;
import dev.retrial.check.Spec;
import dev.retrial.check.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** {@code leaks:} what the agent must not let out, whoever's it is: personal data, its instructions, canaries. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LeaksKind implements CheckKind {

    private static final String NONE = "none";
    private static final String CANARIES = "canaries";
    private static final String ALLOW = "allow";

    /** Found by the service loader. */
    public LeaksKind() {}

    @Override
    public String key() {
        return "leaks";
    }

    @Override
    public JsonNode schema() {
        ObjectNode map = Schema.map();
        Schema.with(
                map, CANARIES, "Texts planted where the agent reads them, which may come out nowhere.", Schema.texts());
        Schema.with(map, ALLOW, "Texts whose personal data may be said, such as the company's own.", Schema.texts());
        return Schema.anyOf(Schema.word(NONE), map)
                .put("description", "No reply lets out personal data, the system prompt or an overlay.");
    }

    @Override
    public List<Check> bind(JsonNode json, Vocabulary vocabulary) throws InvalidExpectation {
        Spec spec = Spec.of(json);
        List<String> allowed = List.of();
        List<Check> checks = new ArrayList<>();
        if (spec.isText()) {
            spec.word(NONE);
        } else if (spec.isMap()) {
            Spec allow = spec.allowing(CANARIES, ALLOW).optional(ALLOW);
            Spec canaries = spec.optional(CANARIES);
            if (allow == null && canaries == null) {
                throw spec.invalid("this map is empty: give it a key, or say 'none'");
            }
            allowed = allow == null ? List.of() : allow.texts();
            if (canaries != null) {
                for (Spec canary : canaries.items()) {
                    checks.add(canary(checks.size() + 1, canary, vocabulary));
                }
            }
        } else {
            throw spec.wrongType("'none' or {canaries, allow}");
        }
        checks.add(0, new NoPersonalData(allowed));
        checks.add(1, new NoInstructions());
        return checks;
    }

    private static KeptPrivate canary(int number, Spec spec, Vocabulary vocabulary) throws InvalidExpectation {
        try {
            return KeptPrivate.canary(number, spec.text(), vocabulary.outcomes());
        } catch (IllegalArgumentException e) {
            throw spec.invalid(e);
        }
    }
}
