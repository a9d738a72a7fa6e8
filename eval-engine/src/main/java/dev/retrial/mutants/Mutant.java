package dev.retrial.mutants;

import dev.retrial.transcript.Transcript;
import org.apiguardian.api.API;

/**
 * A right answer with one thing wrong.
 *
 * @param mutation in which way
 * @param what what is wrong, for people; may quote the conversation
 * @param transcript the answer
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Mutant(Mutation mutation, String what, Transcript transcript) {}
