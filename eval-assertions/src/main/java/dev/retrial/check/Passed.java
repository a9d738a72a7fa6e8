package dev.retrial.check;

import java.util.List;
import org.apiguardian.api.API;

/**
 * The expectation holds.
 *
 * @param evidence where it is seen; may be empty
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Passed(List<Evidence> evidence) implements CheckResult {

    /** The expectation holds, and there is nothing to point at. */
    public static final Passed PLAIN = new Passed(List.of());

    /** Copies the list. */
    public Passed {
        evidence = List.copyOf(evidence);
    }
}
