package dev.retrial.junit;

import dev.retrial.run.Cancellation;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;

/** Runs the suites that were discovered, one after the other. */
final class EngineExecution {

    private final TestDescriptor root;
    private final EngineExecutionListener listener;
    private final Cancellation cancellation;

    EngineExecution(ExecutionRequest request) {
        root = request.getRootTestDescriptor();
        listener = request.getEngineExecutionListener();
        cancellation = CancellationShim.of(request);
    }

    void run() {
        listener.executionStarted(root);
        for (TestDescriptor suite : root.getChildren()) {
            if (cancellation.requested()) {
                listener.executionSkipped(suite, SuiteExecution.CANCELLED);
            } else {
                new SuiteExecution((SuiteNode) suite, listener, cancellation).run();
            }
        }
        listener.executionFinished(root, TestExecutionResult.successful());
    }
}
