package dev.retrial.samples.support.tools;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;

/** Limits of the HTTP API. */
public final class ApiAccess {

    /** The limit of an account; {@code internal} is for Larkfield's eyes only. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Limits(String accountId, int perMinute, int peakPerMinute, String internal) {}

    @Tool(name = "get_api_limits", value = "The rate limit of an account and what it used")
    public Limits getApiLimits(@P(name = "account_id", value = "such as acct_100") String accountId) {
        return new Limits(accountId, 600, 540, "");
    }
}
