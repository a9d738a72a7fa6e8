package dev.retrial.check.judged;

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

/** {@code judged:} criteria that a judge answers with yes or no. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class JudgedKind implements CheckKind {

    /** Found by the service loader. */
    public JudgedKind() {}

    @Override
    public String key() {
        return "judged";
    }

    @Override
    public JsonNode schema() {
        ObjectNode item = Schema.map();
        Schema.with(
                item, "criterion", "A statement that is true or not of what the agent said and did.", Schema.text());
        Schema.with(item, "class", "Which labels of the calibration file it is held against.", Schema.text());
        item.putArray("required").add("criterion");
        return Schema.list(Schema.anyOf(Schema.text(), item))
                .put("description", "Criteria that a judge answers with yes or no, each on its own.");
    }

    @Override
    public List<Check> bind(JsonNode json, Vocabulary vocabulary) throws InvalidExpectation {
        List<Check> checks = new ArrayList<>();
        for (Spec item : Spec.of(json).items()) {
            if (item.isText()) {
                checks.add(Judged.of(item.text()));
            } else if (item.isMap()) {
                Spec map = item.allowing("criterion", "class");
                Spec criterionClass = map.optional("class");
                checks.add(new Judged(
                        map.required("criterion").text().strip(),
                        criterionClass == null ? Judged.GENERAL : criterionClass.text(),
                        null));
            } else {
                throw item.wrongType("text or {criterion: …, class: …}");
            }
        }
        return checks;
    }
}
