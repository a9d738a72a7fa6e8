package dev.retrial.langchain4j;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.langchain4j.service.tool.ToolProvider;
import dev.langchain4j.service.tool.ToolProviderRequest;
import dev.langchain4j.service.tool.ToolProviderResult;
import dev.langchain4j.service.tool.ToolService;
import dev.retrial.agent.Answer.CalledTool;
import dev.retrial.agent.ChatFormat;
import dev.retrial.transcript.ToolCall.Status;
import dev.retrial.world.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tools of an AI Service, each call of which is captured; where the case has a world, that answers it and the tool is not called.
 *
 * <p>langchain4j calls this class's parent internal, but has no public way to stand between a service and its tools. What relies on it is
 * here and in {@link CapturedService}.
 */
final class CapturedTools extends ToolService {

    private final World world;
    private final List<CalledTool> calls = new ArrayList<>();

    CapturedTools(World world) {
        this.world = world;
    }

    @Override
    public void toolProvider(@Nullable ToolProvider provider) {
        super.toolProvider(provider == null ? null : new CapturedProvider(provider));
    }

    @Override
    public void toolProviders(@Nullable Collection<ToolProvider> providers) {
        if (providers != null) {
            providers.forEach(this::toolProvider);
        }
    }

    /** A tool that does not exist: the service decides what becomes of it, but the model did call it. */
    @Override
    public ToolExecutionResult applyToolHallucinationStrategy(ToolExecutionRequest request) {
        JsonNode arguments = arguments(request);
        captured(request, arguments, TextNode.valueOf("there is no tool named " + request.name()), Status.FAILED);
        return super.applyToolHallucinationStrategy(request);
    }

    /** Puts every tool that is known by now into an executor that captures; called once, when the service is wired. */
    void captureAll() {
        toolExecutors().replaceAll((name, tool) -> new CapturedExecutor(tool));
    }

    /** The calls since this was last asked, in order. */
    List<CalledTool> takeCalls() {
        synchronized (calls) {
            List<CalledTool> taken = List.copyOf(calls);
            calls.clear();
            return taken;
        }
    }

    private static JsonNode arguments(ToolExecutionRequest request) {
        return ChatFormat.arguments(request.arguments() == null ? null : TextNode.valueOf(request.arguments()));
    }

    /** A service may call its tools concurrently. */
    private void captured(
            ToolExecutionRequest request, JsonNode arguments, @Nullable JsonNode result, @Nullable Status status) {
        synchronized (calls) {
            calls.add(new CalledTool(request.name(), arguments, result, status));
        }
    }

    private final class CapturedExecutor implements ToolExecutor {

        private final ToolExecutor tool;

        private CapturedExecutor(ToolExecutor tool) {
            this.tool = tool;
        }

        @Override
        public String execute(ToolExecutionRequest request, Object memoryId) {
            throw new UnsupportedOperationException("langchain4j calls executeWithContext");
        }

        @Override
        public ToolExecutionResult executeWithContext(ToolExecutionRequest request, InvocationContext context) {
            JsonNode arguments = arguments(request);
            return world.answersAnything() ? byWorld(request, arguments) : byTool(request, arguments, context);
        }

        private ToolExecutionResult byWorld(ToolExecutionRequest request, JsonNode arguments) {
            World.ToolResult result = world.call(request.name(), arguments);
            captured(request, arguments, result.content(), result.status());
            return ToolExecutionResult.builder()
                    .isError(result.status() == Status.FAILED)
                    .result(result.content())
                    .resultText(ChatFormat.textOf(result.content()))
                    .build();
        }

        private ToolExecutionResult byTool(
                ToolExecutionRequest request, JsonNode arguments, InvocationContext context) {
            ToolExecutionResult result;
            try {
                result = tool.executeWithContext(request, context);
            } catch (RuntimeException thrown) {
                // The service tells the model what it makes of this; the exception's message may hold anything.
                captured(
                        request,
                        arguments,
                        TextNode.valueOf("the tool threw " + thrown.getClass().getSimpleName()),
                        Status.FAILED);
                throw thrown;
            }
            String text = result.resultText();
            captured(
                    request,
                    arguments,
                    text == null ? null : ChatFormat.result(text),
                    result.isError() ? Status.FAILED : null);
            return result;
        }
    }

    private final class CapturedProvider implements ToolProvider {

        private final ToolProvider provider;

        private CapturedProvider(ToolProvider provider) {
            this.provider = provider;
        }

        @Override
        public ToolProviderResult provideTools(ToolProviderRequest request) {
            ToolProviderResult provided = provider.provideTools(request);
            List<AiServiceTool> tools = new ArrayList<>();
            for (AiServiceTool tool : provided.aiServiceTools()) {
                tools.add(tool.toBuilder()
                        .toolExecutor(new CapturedExecutor(tool.toolExecutor()))
                        .build());
            }
            return new ToolProviderResult(tools);
        }

        @Override
        public boolean isDynamic() {
            return provider.isDynamic();
        }
    }
}
