package dev.retrial.suite;

import dev.retrial.suite.ReferenceAnswer.ReferenceCall;
import dev.retrial.suite.ReferenceAnswer.ReferenceTurn;
import dev.retrial.suite.yaml.Complaints;
import dev.retrial.suite.yaml.Shape;
import dev.retrial.suite.yaml.TextPool;
import dev.retrial.suite.yaml.Words;
import dev.retrial.suite.yaml.YamlMapping;
import dev.retrial.suite.yaml.YamlNode;
import dev.retrial.suite.yaml.YamlScalar;
import dev.retrial.suite.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code observed} and {@code accepted}, each in its short and its long form. */
final class ReferenceReader {

    private final Collection<String> cohorts;
    private final int customerTurns;
    private final Complaints complaints;
    private final TextPool pool;

    /**
     * A reader for one case.
     *
     * @param cohorts the ids of the case's cohorts
     * @param customerTurns how many turns the conversation has; 0 where it is recorded elsewhere
     */
    ReferenceReader(Collection<String> cohorts, int customerTurns, Complaints complaints, TextPool pool) {
        this.cohorts = cohorts;
        this.customerTurns = customerTurns;
        this.complaints = complaints;
        this.pool = pool;
    }

    /** The alternatives; the list has been accepted by its schema. */
    List<ReferenceAnswer> read(List<YamlNode> items, @Nullable Shape item) {
        if (items.isEmpty() || item == null) {
            return List.of();
        }
        List<ReferenceAnswer> answers = new ArrayList<>(items.size());
        for (YamlNode node : items) {
            answers.add(answer(Fields.sound(node, item)));
        }
        return List.copyOf(answers);
    }

    private ReferenceAnswer answer(Fields fields) {
        String cohort = fields.text("cohort");
        YamlNode cohortPlace = fields.get("cohort");
        if (cohort != null && cohortPlace != null && !cohorts.contains(cohort)) {
            complaints.at(cohortPlace, Words.missing("this case has no cohort", cohort, cohorts));
        }
        List<YamlNode> fails = fields.items("fails");
        for (YamlNode kind : fails) {
            String key = ((YamlScalar) kind).text();
            if (!Schemas.kinds().containsKey(key)) {
                complaints.at(
                        kind,
                        Words.missing(
                                "unknown kind of check", key, Schemas.kinds().keySet()));
            }
        }
        return new ReferenceAnswer(
                cohort == null ? null : pool.one(cohort),
                turns(fields),
                SuiteFileReader.texts(fails, pool),
                fields.mapping().line());
    }

    private List<ReferenceTurn> turns(Fields fields) {
        YamlNode turns = fields.get("turns");
        boolean one = fields.has("calls") || fields.has("reply");
        if (one == (turns != null)) {
            complaints.at(
                    fields.mapping(),
                    one
                            ? "'turns' has 'calls' and 'reply' in it: they cannot stand beside it"
                            : "'reply', 'calls' or 'turns' is missing");
            return List.of();
        }
        if (!(turns instanceof YamlSequence several)) {
            return List.of(turn(fields));
        }
        if (customerTurns > 0 && several.items().size() > customerTurns) {
            complaints.at(
                    several,
                    "there are " + several.items().size() + " turns here, but the customer speaks only " + customerTurns
                            + (customerTurns == 1 ? " time" : " times"));
        }
        Shape item = fields.shape("turns").items();
        List<ReferenceTurn> read = new ArrayList<>(several.items().size());
        for (YamlNode turn : several.items()) {
            read.add(turn(Fields.sound(turn, item == null ? Shape.FREE : item)));
        }
        return read;
    }

    private ReferenceTurn turn(Fields fields) {
        return new ReferenceTurn(fields.has("calls") ? calls(fields.items("calls")) : null, fields.text("reply"));
    }

    private List<ReferenceCall> calls(List<YamlNode> items) {
        List<ReferenceCall> calls = new ArrayList<>(items.size());
        for (YamlNode item : items) {
            YamlMapping.Entry call = ((YamlMapping) item).entries().get(0);
            calls.add(new ReferenceCall(pool.one(call.name()), Shape.FREE.json(call.value(), pool)));
        }
        return calls;
    }
}
