package dev.retrial.junit;

import java.util.Optional;
import org.apiguardian.api.API;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;

/** Replays the case files of suites as tests; JUnit finds it by itself. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RetrialTestEngine implements TestEngine {

    /** The engine's id, for includes and excludes of engines. */
    public static final String ID = "retrial";

    /** For JUnit, which finds the engine as a service. */
    public RetrialTestEngine() {}

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Optional<String> getGroupId() {
        return Optional.of("dev.retrial");
    }

    @Override
    public Optional<String> getArtifactId() {
        return Optional.of("eval-engine");
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        EngineDescriptor root = new EngineDescriptor(uniqueId, "Retrial");
        Parameters parameters = new Parameters(request.getConfigurationParameters());
        EngineDiscoveryRequestResolver.<EngineDescriptor>builder()
                .addClassContainerSelectorResolver(SuiteSelectors::isMarker)
                .addSelectorResolver(context -> new SuiteSelectors(uniqueId, context.getClassNameFilter(), parameters))
                .build()
                .resolve(request, root);
        complete(root);
        return root;
    }

    private static void complete(TestDescriptor root) {
        int withTests = 0;
        for (TestDescriptor suite : root.getChildren()) {
            if (!suite.getChildren().isEmpty()) {
                withTests++;
            }
        }
        for (TestDescriptor suite : root.getChildren()) {
            int here = suite.getChildren().isEmpty() ? 0 : 1;
            ((SuiteNode) suite).complete(withTests > here);
        }
    }

    @Override
    public void execute(ExecutionRequest request) {
        new EngineExecution(request).run();
    }
}
