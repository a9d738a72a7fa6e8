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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/** {@code tone:} how the agent says it, in every reply. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ToneKind implements CheckKind {

    private static final String REQUIRED = "required";
    private static final String FORBIDDEN = "forbidden";
    private static final String REGISTER = "register";
    private static final String POLITENESS = "politeness";
    private static final String EMPATHY = "empathy";
    private static final String LANGUAGE = "language";
    private static final String LEAVE_OUT = "leave-out";

    /** The words for what is demanded where nothing else can be. */
    private static final String ACCEPTED = "accepted";

    private static final String ACKNOWLEDGED = "acknowledged";

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
        Schema.with(schema, REGISTER, "The register of every reply.", Schema.word("formal", "neutral", "casual"));
        Schema.with(
                schema,
                POLITENESS,
                "As polite as accepted replies, or as those of a calibration file.",
                politenessSchema());
        Schema.with(schema, EMPATHY, "Some reply acknowledges how the customer feels.", Schema.word(ACKNOWLEDGED));
        Schema.with(
                schema, LANGUAGE, "The language of every reply: customer, or two letters such as de.", Schema.text());
        Schema.with(
                schema,
                LEAVE_OUT,
                "Parts of a reply that none of these checks sees.",
                Schema.list(Schema.word("quotations", "code")));
        return schema.put("description", "How the agent says it, in every reply.");
    }

    private static ObjectNode politenessSchema() {
        ObjectNode map = Schema.map();
        Schema.with(map, "calibration", "A file of accepted replies, within the suite.", Schema.text());
        Schema.with(map, "margin", "How much less polite than an accepted reply is as polite.", Schema.number(0));
        return Schema.anyOf(Schema.word(ACCEPTED), map);
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
        keys.addAll(List.of(REQUIRED, FORBIDDEN, REGISTER, POLITENESS, EMPATHY, LANGUAGE, LEAVE_OUT));
        Set<Part> leftOut = EnumSet.noneOf(Part.class);
        Spec parts = spec.allowing(keys).optional(LEAVE_OUT);
        if (parts != null) {
            for (Spec part : parts.items()) {
                leftOut.add(partOf(part));
            }
        }
        List<Check> checks = new ArrayList<>();
        for (Spec entry : spec.entries().values()) {
            if (!entry.key().equals(LEAVE_OUT)) {
                for (Check check : checks(entry)) {
                    checks.add(LeavingOut.of(check, leftOut));
                }
            }
        }
        if (checks.isEmpty()) {
            throw spec.invalid("'leave-out' alone expects nothing");
        }
        return checks;
    }

    private static List<Check> checks(Spec entry) throws InvalidExpectation {
        ToneCount count = ToneCount.of(entry.key());
        if (count != null) {
            return List.of(bound(count, entry));
        }
        return switch (entry.key()) {
            case REGISTER -> List.of(new RegisterIs(registerOf(entry)));
            case POLITENESS -> List.of(politeness(entry));
            case EMPATHY -> {
                entry.word(ACKNOWLEDGED);
                yield List.of(new Empathy());
            }
            case LANGUAGE -> List.of(language(entry));
            default -> phrases(entry);
        };
    }

    private static List<Check> phrases(Spec entry) throws InvalidExpectation {
        List<Check> checks = new ArrayList<>();
        for (Spec item : entry.items()) {
            Phrase phrase = phrase(item);
            checks.add(entry.key().equals(REQUIRED) ? new RequiredPhrase(phrase) : new ForbiddenPhrase(phrase));
        }
        return checks;
    }

    private static Part partOf(Spec spec) throws InvalidExpectation {
        return spec.word("quotations", "code").equals("code") ? Part.CODE : Part.QUOTATIONS;
    }

    private static Register registerOf(Spec spec) throws InvalidExpectation {
        return switch (spec.word("formal", "neutral", "casual")) {
            case "formal" -> Register.FORMAL;
            case "casual" -> Register.CASUAL;
            default -> Register.NEUTRAL;
        };
    }

    private static PolitenessFloor politeness(Spec spec) throws InvalidExpectation {
        if (spec.isNumber()) {
            throw spec.invalid("a figure of politeness means nothing by itself: give 'accepted', to compare with the"
                    + " case's accepted replies, or {calibration: file}");
        }
        if (spec.isText()) {
            spec.word(ACCEPTED);
            return PolitenessFloor.ofAccepted(PolitenessFloor.MARGIN);
        }
        if (!spec.isMap()) {
            throw spec.wrongType("'accepted', {calibration: file} or {margin: figure}");
        }
        Spec file = spec.allowing("calibration", "margin").optional("calibration");
        Spec margin = spec.optional("margin");
        if ((file == null) == (margin == null)) {
            throw spec.invalid("give one of 'calibration' and 'margin'");
        }
        if (file != null) {
            return PolitenessFloor.calibratedBy(file.text());
        }
        double figure =
                margin == null ? PolitenessFloor.MARGIN : margin.number().doubleValue();
        if (figure < 0 || figure > 4) {
            throw spec.invalid("expected a margin from 0 to 4");
        }
        return PolitenessFloor.ofAccepted(figure);
    }

    private static LanguageIs language(Spec spec) throws InvalidExpectation {
        String language = spec.text();
        try {
            return LanguageIs.of(language);
        } catch (IllegalArgumentException e) {
            throw spec.invalid(e);
        }
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
