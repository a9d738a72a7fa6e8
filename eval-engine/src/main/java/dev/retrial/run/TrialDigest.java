package dev.retrial.run;

import dev.retrial.check.outcome.Outcomes;
import dev.retrial.run.ContextFacts.Foreign;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.suite.Invariant;
import dev.retrial.text.Particular;
import dev.retrial.text.Particulars;
import dev.retrial.text.Words;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.ToolCall;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a trial is compared across cohorts, and nothing else of it: a run of any length keeps it for the cases that are under way only.
 *
 * @param number the trial's number within its cell, from 1
 * @param items what must not differ
 * @param wording a hash of all replies, or 0 where they are too short to tell voices apart
 * @param foreign facts of other cohorts' contexts that were said
 */
record TrialDigest(int number, Map<Invariant, Set<Item>> items, long wording, List<Foreign> foreign) {

    private static final int FEW_WORDS = 8;

    /**
     * One thing that is there or not.
     *
     * @param shown what a message shows of it
     * @param particular the fact, where it is one
     */
    record Item(String shown, @Nullable Particular particular) {

        boolean agreesWith(Item other) {
            return particular != null && other.particular != null
                    ? particular.agreesWith(other.particular)
                    : shown.equals(other.shown);
        }
    }

    /**
     * Takes what is compared out of a trial.
     *
     * @param outcomes by what outcomes are told apart, or null where none is declared
     */
    static TrialDigest of(Trial trial, ToolCatalog tools, @Nullable Outcomes outcomes, ContextFacts contexts) {
        Map<Invariant, Set<Item>> items = new EnumMap<>(Invariant.class);
        for (Invariant invariant : Invariant.values()) {
            items.put(invariant, new LinkedHashSet<>());
        }
        for (ToolCall call : trial.transcript().calls()) {
            if (call.succeeded() && tools.effectOf(call.name()) == Effect.WRITE) {
                add(items, Invariant.WRITES, call.name() + " " + ComparedArguments.of(call.arguments()), null, trial);
            }
        }
        if (outcomes != null) {
            Set<Outcome> possible = outcomes.read(trial.transcript()).possible();
            add(
                    items,
                    Invariant.OUTCOME,
                    possible.isEmpty() ? "no reply" : possible.iterator().next().key(),
                    null,
                    trial);
        }
        Set<Particular> said = new LinkedHashSet<>();
        List<AgentReply> replies = trial.transcript().replies();
        for (AgentReply reply : replies) {
            Particulars.addTo(said, reply.text());
        }
        for (Particular particular : said) {
            add(items, invariantOf(particular.kind()), particular.toString(), particular, trial);
        }
        return new TrialDigest(trial.number(), items, wording(replies), contexts.saidIn(trial));
    }

    /** What a confidential check protects is not kept either. */
    private static void add(
            Map<Invariant, Set<Item>> items,
            Invariant invariant,
            String shown,
            @Nullable Particular particular,
            Trial trial) {
        Set<Item> some = items.get(invariant);
        if (some != null) {
            String masked = TrialReport.masked(shown, trial.findings());
            some.add(new Item(masked, masked.equals(shown) ? particular : null));
        }
    }

    private static Invariant invariantOf(Particular.Kind kind) {
        return switch (kind) {
            case AMOUNT -> Invariant.AMOUNTS;
            case DATE -> Invariant.DATES;
            case PERIOD -> Invariant.PERIODS;
            case ID -> Invariant.IDS;
            case LINK -> Invariant.DOCUMENTS;
        };
    }

    private static long wording(List<AgentReply> replies) {
        long hash = 0xcbf29ce484222325L;
        int words = 0;
        for (AgentReply reply : replies) {
            String text = reply.text().strip();
            words += words < FEW_WORDS ? Words.count(text) : 0;
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ '\n') * 0x100000001b3L;
        }
        return words < FEW_WORDS ? 0 : hash;
    }

    /** Whether something that agrees with the item is there. */
    boolean has(Invariant invariant, Item item) {
        Set<Item> some = items.get(invariant);
        if (some == null) {
            return false;
        }
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
    List<Item> all(Invariant invariant) {
        Set<Item> some = items.get(invariant);
        return some == null ? List.of() : new ArrayList<>(some);
    }
}
