package dev.retrial.run;

import dev.retrial.check.outcome.Outcomes;
import dev.retrial.run.ContextFacts.Foreign;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.suite.Invariant;
import dev.retrial.text.Particular;
import dev.retrial.transcript.ToolCall;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a trial is compared across cohorts, and nothing else of it: a run of any length keeps it for the cases that are under way only.
 *
 * @param number the trial's number within its cell, from 1
 * @param done the writes and the outcome
 * @param wording what was said, with the facts in it
 * @param foreign facts of other cohorts' contexts that were said
 */
record TrialDigest(int number, Map<Invariant, Set<Item>> done, Wording wording, List<Foreign> foreign) {

    /**
     * One thing that is there or not.
     *
     * @param shown what a message shows of it
     * @param particular the fact, where it is one
     */
    record Item(String shown, @Nullable Particular particular) {

        /**
         * A fact.
         *
         * @param masking the trial whose confidential checks mask it, or null where none does
         */
        static Item of(Particular particular, @Nullable Trial masking) {
            String shown = particular.toString();
            String masked = masking == null ? shown : TrialReport.masked(shown, masking.findings());
            // What is protected is not kept either.
            return new Item(masked, masked.equals(shown) ? particular : null);
        }

        boolean agreesWith(Item other) {
            return particular != null && other.particular != null
                    ? particular.agreesWith(other.particular)
                    : shown.equals(other.shown);
        }

        // By hand, since what a record gets for it is slow until it is compiled.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Item item
                    && shown.equals(item.shown)
                    && Objects.equals(particular, item.particular);
        }

        @Override
        public int hashCode() {
            return shown.hashCode();
        }
    }

    /**
     * Takes what is compared out of a trial.
     *
     * @param outcomes by what outcomes are told apart, or null where none is declared
     * @param wording what the trial's replies say
     */
    static TrialDigest of(
            Trial trial, ToolCatalog tools, @Nullable Outcomes outcomes, ContextFacts contexts, Wording wording) {
        Map<Invariant, Set<Item>> done = new EnumMap<>(Invariant.class);
        for (ToolCall call : trial.transcript().calls()) {
            if (call.succeeded() && tools.effectOf(call.name()) == Effect.WRITE) {
                add(done, Invariant.WRITES, call.name() + " " + ComparedArguments.of(call.arguments()), trial);
            }
        }
        if (outcomes != null) {
            Set<Outcome> possible = outcomes.read(trial.transcript()).possible();
            add(
                    done,
                    Invariant.OUTCOME,
                    possible.isEmpty() ? "no reply" : possible.iterator().next().key(),
                    trial);
        }
        return new TrialDigest(trial.number(), done, wording, contexts.saidIn(trial));
    }

    /** What a confidential check protects is not kept either. */
    private static void add(Map<Invariant, Set<Item>> items, Invariant invariant, String shown, Trial trial) {
        items.computeIfAbsent(invariant, key -> new LinkedHashSet<>())
                .add(new Item(TrialReport.masked(shown, trial.findings()), null));
    }

    /** Whether something that agrees with the item is there. */
    boolean has(Invariant invariant, Item item) {
        Set<Item> some = some(invariant);
        if (some.contains(item)) {
            return true;
        }
        if (item.particular() != null) {
            for (Item other : some) {
                if (item.agreesWith(other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** All of one kind. */
    Set<Item> some(Invariant invariant) {
        Set<Item> some = (invariant.isDone() ? done : wording.facts()).get(invariant);
        return some == null ? Set.of() : some;
    }
}
