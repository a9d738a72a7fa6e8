package dev.retrial.jupiter;

import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** Stands for cells that fall to another job; the test method is not called. */
final class SkippedInvocation implements TestTemplateInvocationContext, ExecutionCondition {

    private final String reason;

    SkippedInvocation(String reason) {
        this.reason = reason;
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return "[nothing to run]";
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return ConditionEvaluationResult.disabled(reason);
    }
}
