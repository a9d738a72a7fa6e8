package dev.retrial.check.policy;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens in a trial, or a condition that holds, or both at once; at least one of the two.
 *
 * @param happening what happens, or null
 * @param condition what must hold then, or null
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Trigger(
        @Nullable Happening happening, @Nullable Condition condition) {

    boolean needsCalls() {
        return happening != null && happening.needsCalls();
    }

    /** Whether the event at this place is one of these. */
    boolean happensAt(Timeline timeline, int index) {
        return happening != null && happening.find(timeline, index) != null;
    }
}
