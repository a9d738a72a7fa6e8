package dev.retrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * Failure class and difficulty by cohort: where it hurts.
 *
 * @param cohorts the columns
 * @param rows the rows, grouped by failure class
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record HeatMap(List<String> cohorts, List<Row> rows) {

    /**
     * Cells of one failure class and difficulty.
     *
     * @param failure the failure class
     * @param difficulty the difficulty
     * @param span how many rows the class has, where this is its first; else 0
     * @param squares one for each cohort
     * @param all over all cohorts
     */
    public record Row(String failure, String difficulty, int span, List<Rate> squares, Rate all) {}

    static HeatMap of(List<CellOverview> cells) {
        TreeSet<String> cohorts = new TreeSet<>();
        Map<String, Map<String, Map<String, Rate.Sum>>> sums = new TreeMap<>(Slice.ORDER);
        for (CellOverview cell : cells) {
            if (cell.counts()) {
                cohorts.add(cell.cohort());
                Map<String, Rate.Sum> row = sums.computeIfAbsent(
                                Slice.Dimension.FAILURE.of(cell), any -> new TreeMap<>(Slice.ORDER))
                        .computeIfAbsent(Slice.Dimension.DIFFICULTY.of(cell), any -> new TreeMap<>());
                row.computeIfAbsent(cell.cohort(), any -> new Rate.Sum()).add(cell.share(), 1);
                // No cohort has an empty id.
                row.computeIfAbsent("", any -> new Rate.Sum()).add(cell.share(), 1);
            }
        }
        List<Row> rows = new ArrayList<>();
        sums.forEach((failure, difficulties) -> difficulties.forEach((difficulty, row) -> {
            boolean first =
                    rows.isEmpty() || !rows.get(rows.size() - 1).failure().equals(failure);
            List<Rate> squares = new ArrayList<>();
            for (String cohort : cohorts) {
                squares.add(rate(row, cohort));
            }
            rows.add(new Row(failure, difficulty, first ? difficulties.size() : 0, squares, rate(row, "")));
        }));
        return new HeatMap(List.copyOf(cohorts), rows);
    }

    private static Rate rate(Map<String, Rate.Sum> row, String cohort) {
        Rate.Sum sum = row.get(cohort);
        return sum == null ? Rate.NONE : sum.rate();
    }
}
