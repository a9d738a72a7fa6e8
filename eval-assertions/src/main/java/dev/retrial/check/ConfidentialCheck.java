package dev.retrial.check;

import org.apiguardian.api.API;

/**
 * A check that knows texts which must not be shown.
 *
 * <p>Whatever is printed of a trial is masked by every such check of the cell first: a failure that quotes a leaked secret leaks it again.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ConfidentialCheck extends Check {

    /** The message with every confidential part of it, and what is left of one beside a cut ({@code …}), replaced by {@code █} of the same number. */
    String masked(String message);

    /**
     * The message without what this check protects, once it has been evaluated.
     *
     * @param message any text that is printed of the trial
     * @param result what the check has found; one that only knows what to hide when it has found it may leave the message as it is otherwise
     */
    default String masked(String message, CheckResult result) {
        return masked(message);
    }
}
