package dev.retrial.tickets.draft;

import dev.retrial.suite.EvalCase;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A draft that waits, as far as a list needs to know of it.
 *
 * @param id the case's id
 * @param evalCase the case, or null where the file is broken; the same object for as long as the file does not change
 * @param proposed whether a later export would make something else of the ticket
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record WaitingDraft(String id, @Nullable EvalCase evalCase, boolean proposed) {}
