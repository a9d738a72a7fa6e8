package dev.retrial.agent.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.agent.Agent;
import dev.retrial.agent.AgentType;
import dev.retrial.check.InvalidExpectation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
        try (InputStream in = HttpAgentType.class.getResourceAsStream("http-agent.schema.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema of the http agent is missing from the jar", e);
        }
    }

    @Override
    public void check(ObjectNode settings) throws InvalidExpectation {
        HttpSettings.read(settings);
    }

    @Override
    public Agent create(ObjectNode settings, Setup setup) {
        try {
            return new HttpAgent(HttpSettings.read(settings), setup.environment());
        } catch (InvalidExpectation e) {
            throw new IllegalArgumentException("agent" + e.pointer() + ": " + e.getMessage(), e);
        }
    }
}
