package dev.retrial.langchain4j;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.retrial.agent.AgentFailure;
import dev.retrial.agent.AgentFailure.Kind;
import dev.retrial.agent.Answer;
import dev.retrial.agent.Answer.CalledTool;
import dev.retrial.agent.Answer.Usage;
import dev.retrial.agent.ChatFormat;
import dev.retrial.agent.Conversation;
import dev.retrial.transcript.ToolCall.Status;
import dev.retrial.world.World;
import java.util.ArrayList;
import java.util.List;

/**
 * A conversation with a model.
 *
 * <p>A turn that was interrupted by a refusal goes on where it stopped when its message is sent again: nothing is said twice and no tool is
 * called twice.
 */
final class ChatModelConversation implements Conversation {

    private final ChatModel model;
    private final List<ToolSpecification> tools;
    private final int steps;
    private final World world;
    private final List<ChatMessage> messages = new ArrayList<>();

    private boolean underWay;
    private int stepsTaken;
    private List<CalledTool> calls = new ArrayList<>();
    private Usage usage = Usage.UNKNOWN;

    ChatModelConversation(ChatModel model, String systemPrompt, List<ToolSpecification> tools, int steps, World world) {
        this.model = model;
        this.tools = tools;
        this.steps = steps;
        this.world = world;
        if (!systemPrompt.isEmpty()) {
            messages.add(SystemMessage.from(systemPrompt));
        }
    }

    @Override
    public Answer send(String message) {
        if (!underWay) {
            messages.add(UserMessage.from(message));
            calls = new ArrayList<>();
            usage = Usage.UNKNOWN;
            stepsTaken = 0;
            underWay = true;
        }
        while (true) {
            AiMessage said = next();
            if (!said.hasToolExecutionRequests()) {
                underWay = false;
                return new Answer(said.text() == null ? "" : said.text(), calls, null, usage);
            }
            if (++stepsTaken > steps) {
                throw new AgentFailure(
                        Kind.HOPELESS,
                        "the model called tools " + steps
                                + " times in one turn and still did not answer (the last one: "
                                + said.toolExecutionRequests().get(0).name() + ")");
            }
            for (ToolExecutionRequest request : said.toolExecutionRequests()) {
                messages.add(called(request));
            }
        }
    }

    private AiMessage next() {
        ChatResponse response;
        try {
            response = model.chat(ChatRequest.builder()
                    .messages(messages)
                    .toolSpecifications(tools)
                    .build());
        } catch (RuntimeException thrown) {
            throw ModelFailures.of(thrown);
        }
        usage = usage.plus(Usages.of(response.tokenUsage()));
        messages.add(response.aiMessage());
        return response.aiMessage();
    }

    private ToolExecutionResultMessage called(ToolExecutionRequest request) {
        JsonNode arguments =
                ChatFormat.arguments(request.arguments() == null ? null : TextNode.valueOf(request.arguments()));
        World.ToolResult result = world.call(request.name(), arguments);
        calls.add(new CalledTool(request.name(), arguments, result.content(), result.status()));
        return ToolExecutionResultMessage.builder()
                .id(request.id())
                .toolName(request.name())
                .text(ChatFormat.textOf(result.content()))
                .isError(result.status() == Status.FAILED)
                .build();
    }
}
