package dev.retrial.tickets.draft;

import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Problem;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A draft that waits for somebody's decision.
 *
 * @param id the case's id: the file's name without its ending
 * @param file the file, relative to the suite's directory, with {@code /}
 * @param version what {@link CaseEdits} wants to hear with a decision, so that nobody decides on what has changed in the meantime
 * @param text what the file holds
 * @param evalCase the case, or null where the file is broken
 * @param problems what is broken
 * @param proposed what a later export would make of the ticket, where the draft was edited before that came; null otherwise
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record QueuedDraft(
        String id,
        String file,
        String version,
        String text,
        @Nullable EvalCase evalCase,
        List<Problem> problems,
        @Nullable String proposed) {

    /** Copies the list. */
    public QueuedDraft {
        problems = List.copyOf(problems);
    }
}
