package dev.retrial.samples.support.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;

/** What status.larkfield.example shows. */
public final class StatusPage {

    /** The state of one component: {@code operational}, {@code degraded} or {@code outage}. */
    public record Status(String component, String status, String since) {}

    @Tool(name = "service_status", value = "The state of a component on the status page")
    public Status serviceStatus(@P(name = "component", value = "ingest-api, dashboard or webhooks") String component) {
        return new Status(component, "operational", "");
    }
}
