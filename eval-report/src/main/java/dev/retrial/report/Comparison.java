package dev.retrial.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What is otherwise in a run than in one before it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Comparison {

    private final RunOverview before;
    private final RunOverview now;
    private final Map<String, CellOverview> earlier = new HashMap<>();

    /** Compares. */
    public Comparison(RunOverview before, RunOverview now) {
        this.before = before;
        this.now = now;
        for (CellOverview cell : before.cells()) {
            earlier.put(cell.name(), cell);
        }
    }

    /** The run before. */
    public RunOverview before() {
        return before;
    }

    /** The run that is reported. */
    public RunOverview now() {
        return now;
    }

    /** How a cell stands to the run before. */
    public enum Change {
        /** Red, and was not. */
        NEWLY_FAILING("newly failing"),
        /** Red, as it was. */
        STILL_FAILING("still failing"),
        /** Red, and the run before had no such cell. */
        NEW_AND_FAILING("new, failing"),
        /** Not red, and was. */
        FIXED("fixed"),
        /** The run before had no such cell. */
        NEW("new"),
        /** As it was. */
        SAME("");

        private final String text;

        Change(String text) {
            this.text = text;
        }

        /** What people read; empty where nothing changed. */
        public String text() {
            return text;
        }
    }

    /** The same cell before, or null. */
    public @Nullable CellOverview earlier(CellOverview cell) {
        return earlier.get(cell.name());
    }

    /** How a cell of now stands to before. */
    public Change change(CellOverview cell) {
        CellOverview was = earlier(cell);
        boolean red = now.isRed(cell);
        if (was == null) {
            return red ? Change.NEW_AND_FAILING : Change.NEW;
        }
        if (red) {
            return before.isRed(was) ? Change.STILL_FAILING : Change.NEWLY_FAILING;
        }
        return before.isRed(was) ? Change.FIXED : Change.SAME;
    }

    /** Whether the case was written otherwise before, so that the two say little of each other. */
    public boolean rewritten(CellOverview cell) {
        CellOverview was = earlier(cell);
        return was != null && was.hash() != null && cell.hash() != null && !Objects.equals(was.hash(), cell.hash());
    }

    /** The cells of now that changed so, in the order of the plan. */
    public List<CellOverview> cells(Change change) {
        return now.cells().stream().filter(cell -> change(cell) == change).toList();
    }

    /** Why the two cannot be compared at all, or null: other checks judged the one than the other. */
    @Nullable
    String otherChecks() {
        String was = before.header().yardstick().vocabulary();
        String is = now.header().yardstick().vocabulary();
        return was.equals(is)
                ? null
                : "The runs were judged by different versions of the checks (" + (was.isEmpty() ? "unknown" : was)
                        + " and " + (is.isEmpty() ? "unknown" : is) + ") and cannot be compared.";
    }

    /** How many cells of the run before a partial one did not select. */
    int leftOut() {
        if (!now.header().partial()) {
            return 0;
        }
        Map<String, CellOverview> left = new HashMap<>(earlier);
        now.cells().forEach(cell -> left.remove(cell.name()));
        return left.size();
    }

    /** The red tests of now that are no cells and were not red before. */
    public List<RedLeaf> newlyRed() {
        Set<String> were = new HashSet<>();
        for (RedLeaf leaf : before.redLeaves()) {
            were.add(leaf.name());
        }
        return now.redLeaves().stream()
                .filter(leaf -> !were.contains(leaf.name()))
                .toList();
    }

    /** The names of the cells that are no longer there; what a partial run left out is not gone. */
    public List<String> gone() {
        if (now.header().partial()) {
            return List.of();
        }
        Map<String, CellOverview> left = new HashMap<>(earlier);
        now.cells().forEach(cell -> left.remove(cell.name()));
        return left.values().stream()
                .filter(cell -> !now.header().skipped().containsKey(cell.caseId()))
                .map(CellOverview::name)
                .sorted()
                .toList();
    }

    /**
     * A slice before and now, of the cells that are the same in both.
     *
     * @param slice its name
     * @param before its rate before
     * @param now its rate now
     */
    public record Move(String slice, Rate before, Rate now) {

        /** By how much it rose, in parts of 1. */
        public double change() {
            return now.value() - before.value();
        }
    }

    /** The slices whose rate is otherwise, what fell most first; cells that are new or rewritten are left out on both sides. */
    public List<Move> moves() {
        List<CellOverview> same = new ArrayList<>();
        List<CellOverview> were = new ArrayList<>();
        for (CellOverview cell : now.cells()) {
            CellOverview was = earlier(cell);
            if (was != null && cell.counts() && was.counts() && !rewritten(cell)) {
                same.add(cell);
                were.add(was);
            }
        }
        Map<String, Rate> rates = new HashMap<>();
        Slice.of(were).forEach(slice -> rates.put(slice.name(), slice.rate()));
        return Slice.of(same).stream()
                .map(slice -> new Move(slice.name(), rates.getOrDefault(slice.name(), Rate.NONE), slice.rate()))
                .filter(move -> move.before().isKnown() && Math.abs(move.change()) > 1e-9)
                .sorted(Comparator.comparingDouble(Move::change))
                .toList();
    }
}
