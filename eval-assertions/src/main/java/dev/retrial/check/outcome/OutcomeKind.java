package dev.retrial.check.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.Check;
import dev.retrial.check.CheckKind;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Schema;
import dev.retrial.check.Spec;
import dev.retrial.check.Vocabulary;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.OutcomeSignals;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/** {@code outcome:} how the conversation stands after the last reply; one, or a list of which any will do. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class OutcomeKind implements CheckKind {

    private static final List<String> WORDS = List.of("escalated", "refused", "asked", "answered");

    /** Found by the service loader. */
    public OutcomeKind() {}

    @Override
    public String key() {
        return "outcome";
    }

    @Override
    public JsonNode schema() {
        return Schema.anyOf(
                        Schema.word(WORDS.toArray(new String[0])),
                        Schema.list(Schema.word(WORDS.toArray(new String[0]))))
                .put("description", "How the conversation stands after the last reply.");
    }

    @Override
    public List<Check> bind(JsonNode json, Vocabulary vocabulary) throws InvalidExpectation {
        Set<Outcome> wanted = EnumSet.noneOf(Outcome.class);
        for (Spec item : Spec.of(json).oneOrMore()) {
            Outcome outcome = outcome(item);
            if (outcome != Outcome.ANSWERED
                    && !vocabulary.outcomes().byOutcome().containsKey(outcome)) {
                throw item.invalid("nothing tells '" + outcome.key()
                        + "' from the other outcomes: declare its signal under 'outcomes' of the suite");
            }
            wanted.add(outcome);
        }
        return List.of(check(wanted, vocabulary.outcomes()));
    }

    private static Outcome outcome(Spec spec) throws InvalidExpectation {
        String word = spec.word(WORDS);
        for (Outcome outcome : Outcome.values()) {
            if (outcome.key().equals(word)) {
                return outcome;
            }
        }
        throw new AssertionError(word);
    }

    private static OutcomeIs check(Set<Outcome> wanted, OutcomeSignals signals) throws InvalidExpectation {
        try {
            return new OutcomeIs(wanted, Outcomes.toldBy(signals));
        } catch (IllegalArgumentException e) {
            throw new InvalidExpectation("", "under 'outcomes' of the suite: " + e.getMessage(), null);
        }
    }
}
