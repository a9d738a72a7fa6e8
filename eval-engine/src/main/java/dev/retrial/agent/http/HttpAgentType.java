package dev.retrial.agent.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.agent.Agent;
import dev.retrial.agent.AgentType;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.suite.yaml.JsonResource;
import org.apiguardian.api.API;

/** {@code type: http}: an agent behind a URL. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class HttpAgentType implements AgentType {

    /** For {@link java.util.ServiceLoader}. */
    public HttpAgentType() {}

    @Override
    public String key() {
        return "http";
    }

    @Override
    public JsonNode schema() {
        return JsonResource.read(HttpAgentType.class, "http-agent.schema.json");
    }

    @Override
    public void check(ObjectNode settings) throws InvalidExpectation {
        HttpSettings.read(settings);
    }

    @Override
    public Agent create(ObjectNode settings, Setup setup) {
        try {
            HttpAgent agent = new HttpAgent(HttpSettings.read(settings), setup.environment());
            agent.getReady();
            return agent;
        } catch (InvalidExpectation e) {
            throw new IllegalArgumentException("agent" + e.pointer() + ": " + e.getMessage(), e);
        }
    }
}
