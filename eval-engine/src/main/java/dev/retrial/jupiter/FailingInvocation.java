package dev.retrial.jupiter;

import dev.retrial.junit.NotEvaluated;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** Stands for what keeps cells from being run; the test method is not called. */
final class FailingInvocation implements TestTemplateInvocationContext, BeforeEachCallback {

    private final String name;
    private final String message;

    FailingInvocation(String name, String message) {
        this.name = name;
        this.message = message;
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return name;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        throw new NotEvaluated(message, null);
    }
}
