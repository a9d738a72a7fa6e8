package dev.retrial.check;

import org.apiguardian.api.API;

/**
 * The expectation has nothing to look at here.
 *
 * @param reason why
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record NotApplicable(String reason) implements CheckResult {}
