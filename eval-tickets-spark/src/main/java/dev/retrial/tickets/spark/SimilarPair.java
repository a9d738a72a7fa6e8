package dev.retrial.tickets.spark;

import java.io.Serializable;
import org.apiguardian.api.API;

/**
 * Two tickets that tell the same story.
 *
 * @param first the smaller reference
 * @param second the other one
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SimilarPair(String first, String second) implements Serializable {}
