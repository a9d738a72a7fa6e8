package dev.retrial.samples.support;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.agent.tool.ToolSpecifications;
import dev.retrial.agent.AgentClient;
import dev.retrial.agent.Conversation;
import dev.retrial.agent.Fingerprint;
import dev.retrial.agent.Opening;
import dev.retrial.langchain4j.AiServiceAgent;
import dev.retrial.samples.support.played.PlayedModel;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finch as in production, but for the model's endpoint; its tools are answered by each case's world. */
public class FinchUnderTest implements AgentClient {

    private final PlayedModel server = new PlayedModel();
    private final SupportPrompt prompt = SupportPrompt.named(System.getProperty("agent.prompt", "system"));
    private final SupportDesk desk = new SupportDesk(SupportDesk.modelAt(server.baseUrl(), "unused"), prompt);
    private final AiServiceAgent<SupportAgent> agent = AiServiceAgent.builder(SupportAgent.class)
            .wiring((service, opening) -> desk.wire(service, customer(opening), clock(opening)))
            .talk((service, opening, message) -> service.answer(message).content())
            .fingerprint(Fingerprint.of(SupportDesk.MODEL, prompt.texts(), toolTexts()))
            .build();

    @Override
    public Conversation open(Opening opening) {
        return agent.open(opening);
    }

    @Override
    public Fingerprint fingerprint() {
        return agent.fingerprint();
    }

    @Override
    public void close() {
        server.close();
    }

    private static Customer customer(Opening opening) {
        Map<String, String> attributes = new HashMap<>();
        opening.context()
                .properties()
                .forEach(attribute ->
                        attributes.put(attribute.getKey(), attribute.getValue().asText()));
        return new Customer(opening.cohort().id(), attributes);
    }

    private static Clock clock(Opening opening) {
        return opening.now() == null ? Clock.systemUTC() : Clock.fixed(opening.now(), ZoneOffset.UTC);
    }

    private static List<String> toolTexts() {
        List<String> texts = new ArrayList<>();
        for (Object toolbox : SupportDesk.tools()) {
            for (ToolSpecification tool : ToolSpecifications.toolSpecificationsFrom(toolbox)) {
                texts.add(tool.toString());
            }
        }
        texts.sort(null);
        return texts;
    }
}
