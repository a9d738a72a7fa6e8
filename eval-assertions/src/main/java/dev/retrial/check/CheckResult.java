package dev.retrial.check;

import org.apiguardian.api.API;

/** What a check found. The four are never mixed: only {@link Failed} says that the agent was wrong. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface CheckResult permits Passed, Failed, Errored, NotApplicable {}
