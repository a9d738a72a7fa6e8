package dev.retrial.check;

import org.apiguardian.api.API;

/**
 * A check that bounds a figure, so that two of one name can be compared.
 *
 * <p>Layers of expectations can only tighten; with this, the suite reader finds an inner bound that does nothing.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface BoundedCheck extends Check {

    /** Whether this bound forbids nothing that {@code outer}, a check of the same {@link #name()}, allows, and is not the same bound. */
    boolean looserThan(Check outer);
}
