package dev.retrial.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.suite.Cohort;
import dev.retrial.suite.EvalCase;
import org.apiguardian.api.API;

/**
 * The trial whose transcript is wanted.
 *
 * @param evalCase the case
 * @param cohort one of its cohorts
 * @param context the request attributes: the cohort's, then the case's; not to be changed
 * @param trial the number of the trial within its cell, from 1
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record TrialRequest(EvalCase evalCase, Cohort cohort, ObjectNode context, int trial) {}
