package dev.retrial.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.retrial.run.Cancellation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

class CancellationTest {

    @TempDir
    Path output;

    private final List<String> skipped = new ArrayList<>();
    private final List<String> finished = new ArrayList<>();

    private final EngineExecutionListener listener = new EngineExecutionListener() {
        @Override
        public void executionSkipped(TestDescriptor test, String reason) {
            skipped.add(test.getDisplayName());
        }

        @Override
        public void executionFinished(TestDescriptor test, TestExecutionResult result) {
            finished.add(test.getDisplayName());
        }
    };

    @Test
    void a_run_that_is_cancelled_ends_what_has_begun_and_skips_the_rest() {
        Cancellation afterTheFirstCell = () -> finished.contains("refund-late [enterprise]");

        new SuiteExecution(shop("1"), listener, afterTheFirstCell).run();

        assertThat(finished)
                .containsExactly(
                        "refund-late [enterprise]",
                        "refund-late",
                        "drafted",
                        "greets",
                        "known",
                        "parked",
                        "shouts",
                        "Shop");
        assertThat(skipped)
                .containsExactlyInAnyOrder(
                        "refund-late [self-serve]",
                        "refund-late [cohorts]",
                        "refund-late [self-check]",
                        "drafted [self-serve]",
                        "greets [enterprise]",
                        "greets [self-serve]",
                        "greets [cohorts]",
                        "known [self-serve]",
                        "parked [self-serve]",
                        "shouts [enterprise]",
                        "shouts [self-serve]",
                        "shouts [cohorts]",
                        "[lint]");
    }

    @Test
    @SuppressWarnings("deprecation")
    void nobody_cancels_where_JUnit_has_no_word_for_it() {
        ExecutionRequest request =
                ExecutionRequest.create(shop("1"), listener, request("1").getConfigurationParameters());

        assertThat(CancellationShim.of(request).requested()).isFalse();
    }

    private SuiteNode shop(String concurrency) {
        return (SuiteNode) new RetrialTestEngine()
                .discover(request(concurrency), UniqueId.forEngine("retrial"))
                .getChildren()
                .iterator()
                .next();
    }

    private LauncherDiscoveryRequest request(String concurrency) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Marked.Shop.class))
                .configurationParameter("retrial.concurrency", concurrency)
                .configurationParameter("retrial.output", output.toString())
                .build();
    }
}
