package dev.retrial.check.tone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.Check;
import dev.retrial.check.CheckKind;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Schema;
import dev.retrial.check.Spec;
import dev.retrial.check.Vocabulary;
import dev.retrial.text.Phrase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** {@code tone:} how the agent says it, in every reply. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ToneKind implements CheckKind {

    private static final String REQUIRED = "required";
    private static final String FORBIDDEN = "forbidden";

    /** Found by the service loader. */
    public ToneKind() {}

    @Override
    public String key() {
        return "tone";
    }

    @Override
    public JsonNode schema() {
        ObjectNode schema = Schema.map();
        for (ToneCount count : ToneCount.values()) {
            Schema.with(schema, count.key(), "How many " + count.plural() + " a reply has.", boundSchema());
        }
        Schema.with(schema, REQUIRED, "Each is said in every reply.", Schema.texts());
        Schema.with(schema, FORBIDDEN, "None is said in any reply.", Schema.texts());
        return schema.put("description", "How the agent says it, in every reply.");
    }

    private static ObjectNode boundSchema() {
        ObjectNode range = Schema.map();
        Schema.with(range, "min", "At least that many.", Schema.number(0));
        Schema.with(range, "max", "At most that many.", Schema.number(0));
        return Schema.anyOf(Schema.number(0), Schema.word("none"), range);
    }

    @Override
    public List<Check> bind(JsonNode json, Vocabulary vocabulary) throws InvalidExpectation {
        Spec spec = Spec.of(json);
        List<String> keys = new ArrayList<>();
        for (ToneCount count : ToneCount.values()) {
            keys.add(count.key());
        }
        keys.add(REQUIRED);
        keys.add(FORBIDDEN);
        List<Check> checks = new ArrayList<>();
        for (Spec entry : spec.allowing(keys).entries().values()) {
            ToneCount count = ToneCount.of(entry.key());
            if (count != null) {
                checks.add(bound(count, entry));
            } else {
                for (Spec item : entry.items()) {
                    Phrase phrase = phrase(item);
                    checks.add(entry.key().equals(REQUIRED) ? new RequiredPhrase(phrase) : new ForbiddenPhrase(phrase));
                }
            }
        }
        return checks;
    }

    private static ToneBound bound(ToneCount count, Spec spec) throws InvalidExpectation {
        if (spec.isText()) {
            spec.word("none");
            return ToneBound.atMost(count, 0);
        }
        if (spec.isNumber()) {
            return ToneBound.atMost(count, figure(count, spec));
        }
        if (!spec.isMap()) {
            throw spec.wrongType("a number, 'none' or {min, max}");
        }
        Spec min = spec.allowing("min", "max").optional("min");
        Spec max = spec.optional("max");
        if (min == null && max == null) {
            throw spec.invalid("give 'min', 'max' or both");
        }
        double least = min == null ? 0 : figure(count, min);
        double most = max == null ? Double.POSITIVE_INFINITY : figure(count, max);
        if (least > most) {
            throw spec.invalid("'min' is above 'max'");
        }
        if (min != null && max == null && least == 0) {
            throw spec.invalid("at least 0 is any number");
        }
        return new ToneBound(count, least, most);
    }

    private static double figure(ToneCount count, Spec spec) throws InvalidExpectation {
        if (count != ToneCount.READING_GRADE) {
            return spec.integer(0, Integer.MAX_VALUE);
        }
        BigDecimal grade = spec.number();
        if (grade.signum() < 0 || grade.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw spec.invalid("expected a grade from 0 to 100");
        }
        return grade.doubleValue();
    }

    private static Phrase phrase(Spec spec) throws InvalidExpectation {
        try {
            return Phrase.of(spec.text());
        } catch (IllegalArgumentException e) {
            throw spec.invalid(e);
        }
    }
}
