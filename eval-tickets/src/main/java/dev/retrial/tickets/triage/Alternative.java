package dev.retrial.tickets.triage;

import dev.retrial.suite.FailureClass;
import org.apiguardian.api.API;

/**
 * A class that the ticket might show as well.
 *
 * @param failure the class
 * @param score how much speaks for it, from 0 to 1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Alternative(FailureClass failure, double score) {}
