package dev.retrial.results;

import org.apiguardian.api.API;

/** A line of the results behind the header. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface RunLine permits TrialRecord, CohortsRecord, LeafRecord {}
