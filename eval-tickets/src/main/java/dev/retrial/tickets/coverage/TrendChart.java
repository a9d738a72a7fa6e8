package dev.retrial.tickets.coverage;

import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;

/**
 * Month by month: what reached a person, and how much of that was hard.
 *
 * @param months the oldest first
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record TrendChart(List<DifficultyMix.Month> months) {

    /** More have no room on a telephone. */
    private static final int LABELS = 6;

    /**
     * A month's point of a line.
     *
     * @param share what it is of
     * @param x where
     * @param y where
     * @param low its whisker's lower end
     * @param high its whisker's upper end
     */
    public record Point(Share share, double x, double y, double low, double high) {}

    /**
     * A month's name.
     *
     * @param text the name
     * @param x where
     */
    public record Label(String text, double x) {}

    /** Whether there is a line to draw: two months at least. */
    public boolean isAny() {
        return months.size() > 1 && (people().size() > 1 || hard().size() > 1);
    }

    /** What reached a person. */
    public List<Point> people() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            add(points, i, months.get(i).reachedPerson());
        }
        return points;
    }

    /** What of that was hard. */
    public List<Point> hard() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            add(points, i, months.get(i).hardPeople());
        }
        return points;
    }

    private void add(List<Point> points, int month, Share share) {
        if (share.isKnown()) {
            points.add(new Point(
                    share,
                    Drawing.middle(month, months.size()),
                    Drawing.y(share.value()),
                    Drawing.y(share.low()),
                    Drawing.y(share.high())));
        }
    }

    /** A line through points, as the attribute of a polyline. */
    public String line(List<Point> points) {
        StringBuilder line = new StringBuilder();
        for (Point point : points) {
            line.append(line.isEmpty() ? "" : " ")
                    .append(Drawing.at(point.x()))
                    .append(',')
                    .append(Drawing.at(point.y()));
        }
        return line.toString();
    }

    /** Names for some of the months, evenly, the last among them. */
    public List<Label> labels() {
        List<Label> labels = new ArrayList<>();
        int step = Math.max(1, (months.size() + LABELS - 1) / LABELS);
        for (int i = 0; i < months.size(); i++) {
            if ((months.size() - 1 - i) % step == 0) {
                var month = months.get(i).month();
                String name = month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
                labels.add(new Label(
                        name + (labels.isEmpty() || month.getMonthValue() <= step ? " " + month.getYear() : ""),
                        Drawing.middle(i, months.size())));
            }
        }
        return labels;
    }
}
