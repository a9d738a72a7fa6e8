package dev.retrial.gating;

import dev.retrial.decision.Evidence;
import dev.retrial.gate.PassCount;
import dev.retrial.gate.Wanted;
import dev.retrial.gate.Wanted.Stage;
import dev.retrial.replay.TranscriptSource;
import dev.retrial.run.Cancellation;
import dev.retrial.run.Cell;
import dev.retrial.run.FurtherTrials.Wish;
import dev.retrial.run.FurtherTrials.Wishes;
import dev.retrial.run.SuiteRun;
import dev.retrial.run.Trial;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the attempts that the gate asks for, as many at once as the run allows, and never more of a cell than could still be needed. */
final class Attempts implements Evidence, Wishes {

    /** An attempt that could not be evaluated is made again; an agent that is down is not asked for ever. */
    private static final int MOST_ERRORS = 3;

    private final List<Cell> cells;
    private final SuiteRun run;
    private final Cancellation cancellation;
    private final Supplier<TranscriptSource> control;
    private final List<Map<Stage, Pool>> made = new ArrayList<>();
    private final List<Map<String, Integer>> critical = new ArrayList<>();
    private final Deque<Pool> waiting = new ArrayDeque<>();
    private final List<Begun> begun = new ArrayList<>();
    private @Nullable TranscriptSource main;

    /**
     * The attempts of some cells.
     *
     * @param control makes the main branch's agent, when it is asked
     */
    Attempts(List<Cell> cells, SuiteRun run, Cancellation cancellation, Supplier<TranscriptSource> control) {
        this.cells = cells;
        this.run = run;
        this.cancellation = cancellation;
        this.control = control;
        for (int i = 0; i < cells.size(); i++) {
            made.add(new EnumMap<>(Stage.class));
            critical.add(Map.of());
        }
    }

    /** The attempts of a cell at a stage. */
    private static final class Pool {

        final int cell;
        final List<@Nullable Boolean> slots = new ArrayList<>();
        Wanted wanted;
        PassCount count = PassCount.NONE;
        int underWay;
        int errors;
        boolean waits;

        Pool(Wanted wanted) {
            this.cell = wanted.cell();
            this.wanted = wanted;
        }

        /** Whether another attempt is needed, whatever those under way bring. */
        boolean needsAnother() {
            int least = Math.min(
                    wanted.attempts() - count.attempts(),
                    Math.min(wanted.passes() - count.passes(), wanted.failures() - count.failures()));
            return least > underWay && errors < MOST_ERRORS;
        }

        List<Boolean> outcomes() {
            List<Boolean> outcomes = new ArrayList<>();
            for (Boolean slot : slots) {
                if (slot != null) {
                    outcomes.add(slot);
                }
            }
            return outcomes;
        }
    }

    private record Begun(Pool pool, int slot) {}

    /** Adds an attempt that was made already: beside the first of the run, however that went, or in a run before that is the same. */
    void known(int cell, Stage at, boolean passed) {
        Pool pool = made.get(cell).computeIfAbsent(at, stage -> new Pool(Wanted.all(cell, stage, 0)));
        pool.slots.add(passed);
        pool.count = pool.count.plus(new PassCount(passed ? 1 : 0, 1));
    }

    /** Notes that an attempt of the change broke a critical rule. */
    synchronized void broke(int cell, String rule) {
        if (critical.get(cell).isEmpty()) {
            critical.set(cell, new TreeMap<>());
        }
        critical.get(cell).merge(rule, 1, Integer::sum);
    }

    @Override
    public synchronized Map<String, Integer> critical(int cell) {
        return Map.copyOf(critical.get(cell));
    }

    @Override
    public List<List<Boolean>> make(List<Wanted> wanted) {
        List<Pool> pools = new ArrayList<>();
        boolean any = false;
        for (Wanted one : wanted) {
            Pool pool = made.get(one.cell()).computeIfAbsent(one.stage(), stage -> new Pool(one));
            pool.wanted = one;
            pool.errors = 0;
            pools.add(pool);
            any |= enqueue(pool);
        }
        if (any && !run.isCancelled()) {
            run.further(this, cancellation);
        }
        waiting.clear();
        List<List<Boolean>> outcomes = new ArrayList<>();
        for (Pool pool : pools) {
            pool.waits = false;
            outcomes.add(pool.outcomes());
        }
        return outcomes;
    }

    private boolean enqueue(Pool pool) {
        if (!pool.waits && pool.needsAnother()) {
            pool.waits = true;
            waiting.add(pool);
            return true;
        }
        return false;
    }

    /** One attempt of each in turn, so that the change and main are asked side by side. */
    @Override
    public @Nullable Wish next() {
        Pool pool = waiting.poll();
        if (pool == null) {
            return null;
        }
        pool.waits = false;
        pool.slots.add(null);
        pool.underWay++;
        begun.add(new Begun(pool, pool.slots.size() - 1));
        enqueue(pool);
        Stage stage = pool.wanted.stage();
        return new Wish(
                cells.get(pool.cell), label(pool.wanted), stage == Stage.CONTROL ? main() : null, begun.size() - 1);
    }

    @Override
    public void ended(Wish wish, Trial.Outcome outcome) {
        Begun one = begun.get(wish.number());
        Pool pool = one.pool();
        pool.underWay--;
        switch (outcome) {
            case PASSED -> decided(pool, one.slot(), true);
            case FAILED, DIVERGED -> decided(pool, one.slot(), false);
            case ERROR -> pool.errors++;
        }
        enqueue(pool);
    }

    private static void decided(Pool pool, int slot, boolean passed) {
        pool.slots.set(slot, passed);
        pool.count = pool.count.plus(new PassCount(passed ? 1 : 0, 1));
    }

    private TranscriptSource main() {
        TranscriptSource known = main;
        if (known == null) {
            known = control.get();
            main = known;
        }
        return known;
    }

    /** Closes the main branch's agent, where it was asked. */
    void close() {
        if (main != null) {
            main.close();
        }
    }

    /** The stage as results have it. */
    private static String label(Wanted wanted) {
        return switch (wanted.stage()) {
            case CONFIRM -> wanted.passes() > wanted.attempts() ? "slice" : "confirm";
            case COMPARE -> "compare";
            case CONTROL -> "control";
        };
    }
}
