package dev.retrial.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Cells that are looked at together.
 *
 * @param dimension by what they belong together
 * @param value the value that they share; {@link #NONE} where the case names none
 * @param rate the share of them that passed
 * @param weighted the same, each cell weighted by the tickets that tell its story
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Slice(Dimension dimension, String value, Rate rate, Rate weighted) {

    /** Stands for a value that the case does not name. */
    public static final String NONE = "not given";

    /** {@code cohort enterprise}. */
    public String name() {
        return dimension.text() + " " + value;
    }

    /** By what cells are sliced. */
    public enum Dimension {
        /** The group of customers. */
        COHORT("cohort"),
        /** How hard the ticket was. */
        DIFFICULTY("difficulty"),
        /** What the agent did wrong in the ticket. */
        FAILURE("failure");

        private final String text;

        Dimension(String text) {
            this.text = text;
        }

        /** {@code cohort}. */
        public String text() {
            return text;
        }

        /** The value of a cell. */
        public String of(CellOverview cell) {
            String value = switch (this) {
                case COHORT -> cell.cohort();
                case DIFFICULTY -> cell.difficulty();
                case FAILURE -> cell.failure();
            };
            return value == null ? NONE : value;
        }
    }

    /** Easy before hard; names by name; what is not given last. */
    static final Comparator<String> ORDER =
            Comparator.comparingInt(Slice::rank).thenComparing(Comparator.naturalOrder());

    private static int rank(String value) {
        return switch (value) {
            case "easy" -> 0;
            case "medium" -> 1;
            case "hard" -> 2;
            case NONE -> 4;
            default -> 3;
        };
    }

    /** The slices of one dimension. */
    static List<Slice> by(Dimension dimension, List<CellOverview> cells) {
        Map<String, Rate.Sum> plain = new TreeMap<>(ORDER);
        Map<String, Rate.Sum> weighted = new TreeMap<>(ORDER);
        for (CellOverview cell : cells) {
            if (cell.counts()) {
                String value = dimension.of(cell);
                plain.computeIfAbsent(value, any -> new Rate.Sum()).add(cell.share(), 1);
                weighted.computeIfAbsent(value, any -> new Rate.Sum()).add(cell.share(), Math.max(1, cell.seen()));
            }
        }
        List<Slice> slices = new ArrayList<>(plain.size());
        plain.forEach(
                (value, sum) -> slices.add(new Slice(dimension, value, sum.rate(), weightedRate(weighted, value))));
        return slices;
    }

    private static Rate weightedRate(Map<String, Rate.Sum> weighted, String value) {
        Rate.Sum sum = weighted.get(value);
        return sum == null ? Rate.NONE : sum.rate();
    }

    /** The slices of all dimensions. */
    static List<Slice> of(List<CellOverview> cells) {
        List<Slice> slices = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            slices.addAll(by(dimension, cells));
        }
        return slices;
    }

    /** The share of cells that passed. */
    static Rate rate(Stream<CellOverview> cells) {
        Rate.Sum sum = new Rate.Sum();
        cells.filter(CellOverview::counts).forEach(cell -> sum.add(cell.share(), 1));
        return sum.rate();
    }
}
