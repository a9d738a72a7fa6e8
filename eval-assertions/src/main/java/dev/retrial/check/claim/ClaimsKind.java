package dev.retrial.check.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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

/** {@code claims:} what the agent says that it has done, against its calls. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ClaimsKind implements CheckKind {

    /** Found by the service loader. */
    public ClaimsKind() {}

    @Override
    public String key() {
        return "claims";
    }

    @Override
    public JsonNode schema() {
        ObjectNode map = Schema.map();
        Schema.with(map, "unfounded", "Nothing is claimed to be done that was not.", Schema.word("none"));
        Schema.with(
                map,
                "disclosed",
                "Whatever the agent changed, it tells of in a reply.",
                JsonNodeFactory.instance.objectNode().put("const", true));
        return Schema.anyOf(Schema.word("none"), map)
                .put("description", "What the agent says that it has done, against its calls.");
    }

    @Override
    public List<Check> bind(JsonNode json, Vocabulary vocabulary) throws InvalidExpectation {
        Spec spec = Spec.of(json);
        if (spec.isText()) {
            spec.word("none");
            return List.of(Founded.of(vocabulary.tools()));
        }
        if (!spec.isMap()) {
            throw spec.wrongType("none, or a map");
        }
        List<Check> checks = new ArrayList<>();
        for (Spec entry : spec.allowing("unfounded", "disclosed").entries().values()) {
            if (entry.key().equals("unfounded")) {
                entry.word("none");
                checks.add(Founded.of(vocabulary.tools()));
            } else if (entry.bool()) {
                checks.add(Disclosed.of(vocabulary.tools()));
            } else {
                throw entry.invalid("'disclosed' can only be true: leave it out where a change may go untold");
            }
        }
        return checks;
    }
}
