package dev.retrial.langchain4j;

import dev.langchain4j.model.output.TokenUsage;
import dev.retrial.agent.Answer.Usage;
import org.jspecify.annotations.Nullable;

/** The tokens that a model reports. */
final class Usages {

    private Usages() {}

    static Usage of(@Nullable TokenUsage usage) {
        if (usage == null) {
            return Usage.UNKNOWN;
        }
        Integer input = usage.inputTokenCount();
        Integer output = usage.outputTokenCount();
        return new Usage(input == null ? -1 : input, output == null ? -1 : output);
    }
}
