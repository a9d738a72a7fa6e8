package dev.retrial.samples.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.agent.tool.ToolSpecifications;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.retrial.agent.AgentClient;
import dev.retrial.agent.Answer;
import dev.retrial.agent.Answer.CalledTool;
import dev.retrial.agent.Conversation;
import dev.retrial.agent.Opening;
import dev.retrial.samples.support.played.PlayedModel;
import dev.retrial.world.World.ToolResult;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public class FinchUnderTest implements AgentClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final PlayedModel server = new PlayedModel();
    private final SupportDesk desk = new SupportDesk(
            SupportDesk.modelAt(server.baseUrl(), "unused"),
            SupportPrompt.named(System.getProperty("agent.prompt", "system")));

    @Override
    public Conversation open(Opening opening) {
        Map<String, String> attributes = new HashMap<>();
        opening.context()
                .properties()
                .forEach(e -> attributes.put(e.getKey(), e.getValue().asText()));
        Clock clock = opening.now() == null ? Clock.systemUTC() : Clock.fixed(opening.now(), ZoneOffset.UTC);
        List<CalledTool> calls = new ArrayList<>();
        Map<ToolSpecification, ToolExecutor> tools = new LinkedHashMap<>();
        for (Object toolbox : SupportDesk.tools()) {
            for (ToolSpecification tool : ToolSpecifications.toolSpecificationsFrom(toolbox)) {
                tools.put(tool, (request, memory) -> {
                    try {
                        JsonNode arguments = JSON.readTree(request.arguments());
                        ToolResult result = opening.world().call(tool.name(), arguments);
                        calls.add(new CalledTool(tool.name(), arguments, result.content(), result.status()));
                        return result.content().isTextual()
                                ? result.content().asText()
                                : result.content().toString();
                    } catch (JsonProcessingException e) {
                        throw new IllegalStateException(e);
                    }
                });
            }
        }
        SupportAgent agent = desk.prepare(new Customer(opening.cohort().id(), attributes), clock)
                .tools(tools)
                .build();
        return message -> {
            calls.clear();
            String reply = agent.answer(message).content();
            return Answer.of(reply, calls);
        };
    }

    @Override
    public void close() {
        server.close();
    }
}
