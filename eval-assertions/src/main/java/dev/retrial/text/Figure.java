package dev.retrial.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A number in a text.
 *
 * @param value its value
 * @param unit what it counts: a currency's code, {@code %}, or null where nothing is said
 * @param span where it stands
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Figure(BigDecimal value, @Nullable String unit, Span span) {

    /** Whether it counts a currency. */
    public boolean isMoney() {
        return unit != null && !unit.equals("%");
    }

    /** The numbers of a text, in order; dates, versions and what is longer than numbers are, are none. */
    public static List<Figure> in(String text) {
        List<Figure> figures = new ArrayList<>();
        Tokens cursor = new Tokens(text);
        while (cursor.next()) {
            if (cursor.kind == Tokens.Kind.NUMBER && !cursor.overlong) {
                String digits =
                        cursor.digits().length() == 0 ? "0" : cursor.digits().toString();
                String written = cursor.fraction().length() == 0 ? digits : digits + "." + cursor.fraction();
                figures.add(new Figure(new BigDecimal(written), cursor.unit, new Span(cursor.start, cursor.end)));
            }
        }
        return figures;
    }
}
