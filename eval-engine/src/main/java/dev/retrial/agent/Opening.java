package dev.retrial.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.suite.Cohort;
import dev.retrial.world.World;
import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * With what a conversation opens.
 *
 * @param caseId the case
 * @param cohort who speaks
 * @param context the request attributes: the cohort's, then the case's; not to be changed
 * @param now the clock that the agent should see, or null for the real one
 * @param trial the number of the trial within its cell, from 1
 * @param conversationId an id that no other conversation has, a restarted trial's included
 * @param world what the tools answer
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Opening(
        String caseId,
        Cohort cohort,
        ObjectNode context,
        @Nullable Instant now,
        int trial,
        String conversationId,
        World world) {}
