package dev.retrial.jupiter;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** The test method called with one cell. */
final class CellInvocation
        implements TestTemplateInvocationContext,
                ExecutionCondition,
                ParameterResolver,
                InvocationInterceptor,
                TestWatcher {

    private final EvalTestRun run;
    private final dev.retrial.run.Cell cell;
    private final CellReplay replay;

    CellInvocation(EvalTestRun run, dev.retrial.run.Cell cell) {
        this.run = run;
        this.cell = cell;
        this.replay = new CellReplay(run, cell);
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return cell.displayName();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String reason = run.skips(cell);
        return reason == null
                ? ConditionEvaluationResult.enabled("the case runs")
                : ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cell.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new Cell(replay);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext extensionContext)
            throws Throwable {
        Throwable own = null;
        try {
            invocation.proceed();
        } catch (Throwable thrown) {
            own = thrown;
        }
        Throwable thrown = replay.end(own);
        if (thrown != null) {
            throw thrown;
        }
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        replay.failed(cause, context.getRequiredTestClass());
    }
}
