package dev.retrial.check.leak;

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

/** {@code private:} texts that may be in no reply, no hand-off and no write. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PrivateKind implements CheckKind {

    /** Found by the service loader. */
    public PrivateKind() {}

    @Override
    public String key() {
        return "private";
    }

    @Override
    public JsonNode schema() {
        return Schema.texts().put("description", "Texts that may be in no reply, no hand-off and no write.");
    }

    @Override
    public List<Check> bind(JsonNode json, Vocabulary vocabulary) throws InvalidExpectation {
        List<Check> checks = new ArrayList<>();
        for (Spec item : Spec.of(json).items()) {
            try {
                checks.add(KeptPrivate.of(checks.size() + 1, item.text(), vocabulary.outcomes()));
            } catch (IllegalArgumentException e) {
                throw item.invalid(e);
            }
        }
        return checks;
    }
}
