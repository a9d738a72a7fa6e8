package dev.retrial.tickets.coverage;

import dev.retrial.suite.FailureClass;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words and numbers as every rendering shows them. */
final class Words {

    private Words() {}

    static String failure(@Nullable FailureClass failure) {
        return failure == null ? "class not told" : failure.key().replace('-', ' ');
    }

    /** {@code 0.48}, or a dash of nothing. */
    static String rank(double mean) {
        return Double.isNaN(mean) ? "–" : String.format(Locale.ROOT, "%.2f", mean);
    }
}
