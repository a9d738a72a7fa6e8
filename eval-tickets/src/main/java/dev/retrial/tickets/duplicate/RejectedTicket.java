package dev.retrial.tickets.duplicate;

import dev.retrial.suite.FailureClass;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A draft that a person has rejected, so that neither its ticket nor a copy of it is proposed again.
 *
 * @param ref the ticket's keyed reference
 * @param failure which failure was proposed, or null
 * @param signature of what the draft held: see {@link Fingerprints#signature}
 * @param reason why it was rejected, in one word
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RejectedTicket(String ref, @Nullable FailureClass failure, Signature signature, String reason) {}
