package dev.retrial.tickets.coverage;

import dev.retrial.suite.FailureClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts failures and cases by category and class. */
final class MatrixCount {

    /** More categories than a person reads. */
    private static final int ROWS = 20;

    private static final int COLUMNS = CoverageCount.NO_CLASS + 1;

    private final Names categories;
    private final Map<Integer, Square[]> rows = new TreeMap<>();

    MatrixCount(Names categories) {
        this.categories = categories;
    }

    void add(SuiteCase one) {
        if (one.cover() == Cover.CASE && one.failure() != null) {
            row(categories.of(one.category()))[one.failure().ordinal()].cases++;
        }
    }

    void add(FailedTicket one, Cover cover) {
        Square square = row(one.category())[one.column()];
        square.counts[cover.ordinal()]++;
        if (cover != Cover.REJECTED) {
            square.newest = Math.max(square.newest, one.day());
        }
    }

    private Square[] row(int category) {
        return rows.computeIfAbsent(category, any -> squares());
    }

    private static Square[] squares() {
        Square[] squares = new Square[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            squares[i] = new Square();
        }
        return squares;
    }

    FailureMatrix result() {
        Square[] total = squares();
        rows.values().forEach(row -> addTo(total, row));
        List<@Nullable FailureClass> classes = new ArrayList<>(List.of(FailureClass.values()));
        if (total[CoverageCount.NO_CLASS].isAny()) {
            classes.add(null);
        }
        List<Integer> named = new ArrayList<>();
        for (int category : rows.keySet()) {
            if (category != Names.NONE && category != Names.OTHERS) {
                named.add(category);
            }
        }
        named.sort(Comparator.<Integer>comparingInt(category -> -tickets(row(category)))
                .thenComparingInt(category -> -cases(row(category)))
                .thenComparing(categories::name));
        Square[] others = rows.getOrDefault(Names.OTHERS, squares());
        List<FailureMatrix.Row> result = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            Square[] row = row(named.get(i));
            if (i < ROWS) {
                result.add(told(FailureMatrix.Kind.CATEGORY, categories.name(named.get(i)), row, classes.size()));
            } else {
                addTo(others, row);
            }
        }
        if (isAny(others)) {
            result.add(told(FailureMatrix.Kind.OTHERS, "", others, classes.size()));
        }
        Square[] none = rows.get(Names.NONE);
        if (none != null && isAny(none)) {
            result.add(told(FailureMatrix.Kind.NO_CATEGORY, "", none, classes.size()));
        }
        return new FailureMatrix(classes, result, told(FailureMatrix.Kind.ALL, "", total, classes.size()));
    }

    private static void addTo(Square[] sum, Square[] row) {
        for (int i = 0; i < COLUMNS; i++) {
            sum[i].add(row[i]);
        }
    }

    private static FailureMatrix.Row told(FailureMatrix.Kind kind, String name, Square[] row, int columns) {
        Square all = new Square();
        List<FailureMatrix.Cell> cells = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
            cells.add(row[i].cell());
            all.add(row[i]);
        }
        return new FailureMatrix.Row(kind, name, cells, all.cell());
    }

    private static int tickets(Square[] row) {
        int sum = 0;
        for (Square square : row) {
            sum += square.count().tickets();
        }
        return sum;
    }

    private static int cases(Square[] row) {
        int sum = 0;
        for (Square square : row) {
            sum += square.cases;
        }
        return sum;
    }

    private static boolean isAny(Square[] row) {
        for (Square square : row) {
            if (square.isAny()) {
                return true;
            }
        }
        return false;
    }

    private static final class Square {

        private final int[] counts = new int[Cover.values().length];
        private int cases;
        private int newest = Integer.MIN_VALUE;

        private void add(Square other) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += other.counts[i];
            }
            cases += other.cases;
            newest = Math.max(newest, other.newest);
        }

        private boolean isAny() {
            return cases > 0 || counts[Cover.REJECTED.ordinal()] > 0 || count().tickets() > 0;
        }

        private CoverCount count() {
            return new CoverCount(
                    counts[Cover.CASE.ordinal()],
                    counts[Cover.DRAFT.ordinal()],
                    counts[Cover.RETIRED.ordinal()],
                    counts[Cover.NONE.ordinal()],
                    counts[Cover.REJECTED.ordinal()]);
        }

        private FailureMatrix.Cell cell() {
            return new FailureMatrix.Cell(
                    count(), cases, newest == Integer.MIN_VALUE ? null : LocalDate.ofEpochDay(newest));
        }
    }
}
