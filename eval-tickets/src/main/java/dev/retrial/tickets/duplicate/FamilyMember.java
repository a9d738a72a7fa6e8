package dev.retrial.tickets.duplicate;

import dev.retrial.suite.FailureClass;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * A failure that is to be proposed, as families are looked for among.
 *
 * @param text the ticket's reference, and what is compared of it
 * @param failure what went wrong
 * @param about the names of the tools and policies that it is about; may be empty where nothing tells
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record FamilyMember(ComparedText text, FailureClass failure, Set<String> about) {

    /** Copies the set. */
    public FamilyMember {
        about = Set.copyOf(about);
    }
}
