package dev.retrial.tickets.duplicate;

import dev.retrial.suite.FailureClass;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Failures that are reviewed best together: of one class, about one tool or policy, and told in similar words.
 *
 * @param failure what went wrong in all of them
 * @param members their references, ascending, two or more; every other one is similar to the first one
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Family(FailureClass failure, List<String> members) {

    /** Copies the list. */
    public Family {
        members = List.copyOf(members);
    }
}
