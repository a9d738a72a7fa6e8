package dev.retrial.tickets.coverage;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * How many of each tenth reached a person, as columns.
 *
 * @param shares from the easiest tenth
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ReachChart(List<Share> shares) {

    /**
     * A column.
     *
     * @param name what stands below it
     * @param share what it is of
     * @param x its left edge
     * @param width its width
     * @param y its upper edge
     * @param height its height
     * @param middle where its whisker is
     * @param low the whisker's lower end
     * @param high the whisker's upper end
     */
    public record Column(
            String name,
            Share share,
            double x,
            double width,
            double y,
            double height,
            double middle,
            double low,
            double high) {}

    /** Whether there is anything to draw. */
    public boolean isAny() {
        return shares.stream().anyMatch(Share::isKnown);
    }

    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        double width = (Drawing.RIGHT - Drawing.LEFT) / shares.size() * .68;
        for (int i = 0; i < shares.size(); i++) {
            Share share = shares.get(i);
            double middle = Drawing.middle(i, shares.size());
            double y = Drawing.y(share.isKnown() ? share.value() : 0);
            columns.add(new Column(
                    String.valueOf(i + 1),
                    share,
                    middle - width / 2,
                    width,
                    y,
                    Drawing.BOTTOM - y,
                    middle,
                    Drawing.y(share.low()),
                    Drawing.y(share.high())));
        }
        return columns;
    }
}
