package dev.retrial.jupiter;

import dev.retrial.junit.NotEvaluated;
import dev.retrial.results.LeafRecord;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** Stands for what keeps cells from being run; the test method is not called. */
final class FailingInvocation implements TestTemplateInvocationContext, BeforeEachCallback {

    private final RedTests tests;
    private final LeafRecord leaf;

    FailingInvocation(RedTests tests, LeafRecord leaf) {
        this.tests = tests;
        this.leaf = leaf;
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return leaf.name();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        tests.add(leaf);
        throw new NotEvaluated(leaf.message(), null);
    }
}
