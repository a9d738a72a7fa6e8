package dev.retrial.assertj;

import dev.retrial.check.Check;
import dev.retrial.check.handoff.HandoffCarries;
import dev.retrial.check.handoff.HandoffQueue;
import dev.retrial.check.handoff.HandoffSays;
import dev.retrial.check.handoff.Handoffs;
import dev.retrial.check.handoff.NothingAskedAgain;
import dev.retrial.check.handoff.NothingInvented;
import dev.retrial.check.outcome.OutcomeIs;
import dev.retrial.check.outcome.Outcomes;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/** How a transcript can be asserted to end: its outcome, and what a person gets who takes over. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class HandoffAssert extends CallsAssert {

    HandoffAssert(Transcript actual) {
        super(actual);
    }

    /** By what outcomes are told apart. */
    abstract OutcomeSignals knownSignals();

    /** After the last reply the conversation stands in one of these ways: {@code outcome}. Needs the signals, by {@link TranscriptAssert#withOutcomes}. */
    public TranscriptAssert hasOutcome(Outcome... anyOf) {
        for (Outcome outcome : anyOf) {
            if (outcome != Outcome.ANSWERED && !knownSignals().byOutcome().containsKey(outcome)) {
                throw new IllegalArgumentException("nothing tells '" + outcome.key()
                        + "' from the other outcomes: give its signal to withOutcomes()");
            }
        }
        Set<Outcome> wanted = EnumSet.noneOf(Outcome.class);
        wanted.addAll(Arrays.asList(anyOf));
        return satisfies(new OutcomeIs(wanted, Outcomes.toldBy(knownSignals())));
    }

    /** What is handed over goes to one of these queues: {@code handoff.queue}. Needs the signals, by {@link TranscriptAssert#withOutcomes}. */
    public TranscriptAssert handsOverTo(String... anyOf) {
        if (anyOf.length == 0) {
            throw new IllegalArgumentException("there is no queue to hand over to");
        }
        return satisfies(new HandoffQueue(List.of(anyOf), Handoffs.toldBy(knownSignals())));
    }

    /** What is handed over carries each of these, facts of the scene or fields: {@code handoff.carries}. Needs the signals, by {@link TranscriptAssert#withOutcomes}. */
    public TranscriptAssert handsOverCarrying(String... names) {
        List<Check> checks = new ArrayList<>();
        for (String name : names) {
            checks.add(new HandoffCarries(name, Handoffs.toldBy(knownSignals())));
        }
        return satisfies(checks.toArray(new Check[0]));
    }

    /** What is handed over says one of these: {@code handoff.says}. Needs the signals, by {@link TranscriptAssert#withOutcomes}. */
    public TranscriptAssert handsOverSaying(String... anyOf) {
        return satisfies(new HandoffSays(phrases(anyOf), Handoffs.toldBy(knownSignals())));
    }

    /** Whatever fact the customer has given is handed over too: {@code handoff.asks-again}. Needs the facts, by {@link TranscriptAssert#in}, and the signals, by {@link TranscriptAssert#withOutcomes}. */
    public TranscriptAssert handsOverAskingNothingAgain() {
        return satisfies(new NothingAskedAgain(Handoffs.toldBy(knownSignals())));
    }

    /** What is handed over says of nothing that it has been done, which was not: {@code handoff.claims}. Needs the tools, by {@link TranscriptAssert#in}, and the signals, by {@link TranscriptAssert#withOutcomes}. */
    public TranscriptAssert handsOverInventingNothing() {
        return satisfies(new NothingInvented(knownScene().tools(), Handoffs.toldBy(knownSignals())));
    }
}
