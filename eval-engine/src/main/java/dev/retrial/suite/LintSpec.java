package dev.retrial.suite;

import dev.retrial.text.TextPattern;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What {@code suite.yaml} says of the lint.
 *
 * @param keep what may stand in the suite's files although it has the form of personal data
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LintSpec(List<Kept> keep) {

    /** Nothing is said. */
    public static final LintSpec NONE = new LintSpec(List.of());

    /** Copies the list. */
    public LintSpec {
        keep = List.copyOf(keep);
    }

    /**
     * What may stand there.
     *
     * @param matches what the whole value matches
     * @param because why it is nobody's
     */
    public record Kept(TextPattern matches, String because) {}

    /** Whether a value may stand there. */
    public boolean keeps(String value) {
        for (Kept kept : keep) {
            if (kept.matches.matches(value)) {
                return true;
            }
        }
        return false;
    }
}
