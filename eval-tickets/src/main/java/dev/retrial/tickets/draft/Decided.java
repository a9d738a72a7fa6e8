package dev.retrial.tickets.draft;

import dev.retrial.tickets.draft.DraftCheck.Checked;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What became of a decision.
 *
 * @param how whether it was carried out
 * @param file the file that the decision made or changed, relative to the suite's directory; null where there is none
 * @param checked the case as it is then (or would be, where its text is broken), tried on its own ticket; null where the decision leaves no case
 * @param message one sentence for whoever decided
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Decided(
        How how, @Nullable String file, @Nullable Checked checked, String message) {

    /** Whether a decision was carried out. */
    public enum How {
        /** It is on the disk. */
        DONE,
        /** Nothing has changed: the text is broken, or there is no such case. */
        REFUSED,
        /** Nothing has changed: the file is not what the decision was made on. */
        CHANGED_MEANWHILE
    }

    /** Whether it was carried out. */
    public boolean isDone() {
        return how == How.DONE;
    }
}
