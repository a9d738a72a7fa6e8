package dev.retrial.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.launcher.EngineFilter.includeEngines;
import static org.junit.platform.launcher.TagFilter.excludeTags;
import static org.junit.platform.launcher.TagFilter.includeTags;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** The ways in which builds and IDEs come. */
class LauncherTest {

    @TempDir
    Path output;

    @Test
    void an_IDE_runs_the_class_then_what_failed_by_its_ids() {
        Recorded first = execute(List.of(selectClass(Marked.Shop.class)));
        List<DiscoverySelector> failed = new ArrayList<>();
        first.idsOf("FAILED").forEach(id -> failed.add(selectUniqueId(id)));

        Recorded again = execute(failed);

        assertThat(again.tests())
                .containsOnly(
                        Map.entry("refund-late [enterprise]", "FAILED"),
                        Map.entry("refund-late [self-serve]", "FAILED"),
                        Map.entry("shouts [enterprise]", "FAILED"));
        assertThat(again.idsOf("FAILED")).isEqualTo(first.idsOf("FAILED"));
    }

    @Test
    void an_IDE_runs_a_package_by_a_pattern_of_class_names() {
        assertThat(execute(
                                List.of(selectPackage("dev.retrial.junit")),
                                ClassNameFilter.includeClassNamePatterns(".*\\$Shop"))
                        .tests())
                .containsKey("greets [enterprise]")
                .doesNotContainKey("greets [default]");
    }

    @Test
    void a_tag_selects_the_cells_that_have_it() {
        assertThat(plan(includeTags("enterprise")))
                .containsExactlyInAnyOrder("refund-late [enterprise]", "greets [enterprise]", "shouts [enterprise]");
        assertThat(plan(includeTags("hard & !enterprise")))
                .containsExactlyInAnyOrder(
                        "refund-late [self-serve]", "refund-late [cohorts]", "refund-late [self-check]");
        assertThat(plan(includeTags("wrong-tone"), excludeTags("enterprise")))
                .containsExactly("shouts [self-serve]", "shouts [cohorts]");
    }

    @Test
    void a_tag_that_nobody_has_leaves_nothing_and_the_engine_cannot_know() {
        assertThat(plan(includeTags("biling"))).isEmpty();
    }

    @Test
    void a_case_whose_cells_are_all_filtered_away_runs_nothing() {
        assertThat(execute(List.of(selectClass(Marked.Shop.class)), includeTags("billing & enterprise"))
                        .tests())
                .containsOnlyKeys("refund-late [enterprise]");
    }

    @Test
    void a_suite_class_of_JUnit_holds_ours() {
        Recorded recorded = execute(List.of(selectClass(EverySuite.class)), includeEngines("junit-platform-suite"));

        assertThat(recorded.tests())
                .containsEntry("greets [enterprise]", "SUCCESSFUL")
                .containsEntry("shouts [enterprise]", "FAILED");
        assertThat(execute(
                                recorded.idsOf("FAILED").stream()
                                        .map(id -> (DiscoverySelector) selectUniqueId(id))
                                        .toList(),
                                includeEngines("junit-platform-suite"))
                        .tests())
                .containsOnlyKeys("refund-late [enterprise]", "refund-late [self-serve]", "shouts [enterprise]");
    }

    @Test
    void surefire_may_ask_again_and_again() {
        Launcher launcher = launcher();
        for (int i = 0; i < 5; i++) {
            TestPlan plan = launcher.discover(
                    request(List.of(selectClass(Marked.Shop.class))).build());

            assertThat(plan.countTestIdentifiers(TestIdentifier::isTest)).isEqualTo(14);
        }
    }

    @Suite
    @IncludeEngines("retrial")
    @SelectClasses(Marked.Shop.class)
    static final class EverySuite {}

    private List<String> plan(Filter<?>... filters) {
        TestPlan plan = launcher()
                .discover(request(List.of(selectClass(Marked.Shop.class)), filters)
                        .build());
        List<String> names = new ArrayList<>();
        for (TestIdentifier root : plan.getRoots()) {
            for (TestIdentifier each : plan.getDescendants(root)) {
                if (each.isTest()) {
                    names.add(each.getDisplayName());
                }
            }
        }
        return names;
    }

    private Recorded execute(List<? extends DiscoverySelector> selectors, Filter<?>... filters) {
        Recorded recorded = new Recorded();
        launcher().execute(request(selectors, filters).build(), recorded);
        return recorded;
    }

    private LauncherDiscoveryRequestBuilder request(List<? extends DiscoverySelector> selectors, Filter<?>... filters) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .filters(filters)
                .configurationParameter("retrial.output", output.toString());
    }

    private static Launcher launcher() {
        return LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build());
    }

    private static final class Recorded implements TestExecutionListener {

        private final Map<String, String> results = new TreeMap<>();
        private final Map<String, String> names = new TreeMap<>();

        @Override
        public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                results.put(test.getUniqueId(), result.getStatus().name());
                names.put(test.getUniqueId(), test.getDisplayName());
            }
        }

        synchronized Map<String, String> tests() {
            Map<String, String> tests = new TreeMap<>();
            results.forEach((id, result) -> tests.put(names.getOrDefault(id, id), result));
            return tests;
        }

        synchronized List<String> idsOf(String result) {
            List<String> ids = new ArrayList<>();
            results.forEach((id, each) -> {
                if (each.equals(result)) {
                    ids.add(id);
                }
            });
            return ids;
        }
    }
}
