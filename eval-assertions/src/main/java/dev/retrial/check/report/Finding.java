package dev.retrial.check.report;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import org.apiguardian.api.API;

/**
 * A check and what it found.
 *
 * @param check the check
 * @param result what it found
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Finding(Check check, CheckResult result) {}
