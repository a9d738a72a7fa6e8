package dev.retrial.tickets.coverage;

import dev.retrial.suite.FailureClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Support category by failure class.
 *
 * @param classes the columns: every failure class, and null last where tickets fail in a way that nobody named
 * @param rows a row for each category, most failures first
 * @param total over all categories
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record FailureMatrix(List<@Nullable FailureClass> classes, List<Row> rows, Row total) {

    /** Copies the lists. */
    public FailureMatrix {
        classes = Collections.unmodifiableList(new ArrayList<>(classes));
        rows = List.copyOf(rows);
    }

    /** What a row is of. */
    public enum Kind {
        /** One category of support. */
        CATEGORY,
        /** Tickets and cases without a category. */
        NO_CATEGORY,
        /** Categories for which there was no room, together. */
        OTHERS,
        /** All. */
        ALL
    }

    /**
     * A category.
     *
     * @param kind what the row is of
     * @param category the category's name; empty for the other kinds
     * @param cells one for each class
     * @param all over all classes
     */
    public record Row(Kind kind, String category, List<Cell> cells, Cell all) {

        /** Copies the cells. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A category's failures of one class.
     *
     * @param count by what the suite has for them
     * @param cases accepted cases of this category and class, whether or not a ticket tells them
     * @param newest the day of the newest failure, or null without one
     */
    public record Cell(
            CoverCount count, int cases, @Nullable LocalDate newest) {}
}
