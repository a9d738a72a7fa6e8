package dev.retrial.check;

import org.apiguardian.api.API;

/**
 * The expectation could not be evaluated, which says nothing about the agent.
 *
 * @param reason why, and what to do
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Errored(String reason) implements CheckResult {}
