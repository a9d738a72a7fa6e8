package dev.retrial.check;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The expectation holds.
 *
 * @param evidence where it is seen; may be empty
 * @param note what a person should know all the same, such as a judge's reason, or null
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Passed(List<Evidence> evidence, @Nullable String note) implements CheckResult {

    /** The expectation holds, and there is nothing to point at. */
    public static final Passed PLAIN = new Passed(List.of());

    /** Copies the list. */
    public Passed {
        evidence = List.copyOf(evidence);
    }

    /** The expectation holds, and it is seen there. */
    public Passed(List<Evidence> evidence) {
        this(evidence, null);
    }
}
