package dev.retrial.check.outcome;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Evidence;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.Transcript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** {@code outcome}: after the last reply in scope the conversation stands in one of these ways. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class OutcomeIs implements Check {

    private final Set<Outcome> wanted;
    private final Outcomes outcomes;

    /**
     * An outcome that is demanded.
     *
     * @param wanted at least one, of which any will do
     * @param outcomes how they are told apart
     */
    public OutcomeIs(Set<Outcome> wanted, Outcomes outcomes) {
        this.wanted = EnumSet.copyOf(wanted);
        this.outcomes = outcomes;
    }

    @Override
    public String name() {
        return "outcome";
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        Outcomes.Reading reading = outcomes.read(transcript);
        Set<Outcome> possible = reading.possible();
        if (!possible.isEmpty() && wanted.containsAll(possible)) {
            return reading.evidence().isEmpty() ? Passed.PLAIN : new Passed(reading.evidence());
        }
        for (Outcome outcome : possible) {
            if (wanted.contains(outcome)) {
                return new NotApplicable("the tool calls that tell the outcome are not known");
            }
        }
        List<Evidence> evidence = reading.evidence();
        return new Failed(names(wanted), reading.describe(), reading.turn(), evidence, null);
    }

    /**
     * Whether the agent escalated when it should; null where neither was demanded or happened, or where it cannot be told.
     *
     * @param transcript the events in scope
     */
    public @Nullable Escalation escalation(Transcript transcript) {
        Set<Outcome> possible = outcomes.read(transcript).possible();
        if (possible.contains(Outcome.ESCALATED)) {
            if (possible.size() > 1) {
                return null;
            }
            return wanted.contains(Outcome.ESCALATED) ? Escalation.RIGHT : Escalation.PREMATURE;
        }
        boolean onlyEscalated = wanted.size() == 1 && wanted.contains(Outcome.ESCALATED);
        return onlyEscalated ? Escalation.MISSED : null;
    }

    static String names(Set<Outcome> outcomes) {
        StringBuilder names = new StringBuilder();
        for (Outcome outcome : outcomes) {
            names.append(names.isEmpty() ? "" : " or ").append(outcome.key());
        }
        return names.toString();
    }
}
