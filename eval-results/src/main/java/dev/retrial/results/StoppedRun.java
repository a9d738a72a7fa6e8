package dev.retrial.results;

import org.apiguardian.api.API;

/**
 * What {@code stopped.json} holds: a run that ended before every planned cell had an outcome, so that nobody takes an older one for it.
 *
 * @param why what stopped it, as a clause: {@code the budget of 3 calls is used up}
 * @param soFar what there is of it; a decision in it is one on what had been seen by then, and never green
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record StoppedRun(String why, RunSummary soFar) {}
