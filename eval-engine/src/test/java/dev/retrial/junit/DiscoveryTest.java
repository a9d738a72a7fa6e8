package dev.retrial.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.engine.discovery.PackageNameFilter.excludePackageNames;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

class DiscoveryTest {

    private static final String SHOP = "[engine:retrial]/[suite:dev.retrial.junit.Marked$Shop]";
    private static final String ALONE = "[engine:retrial]/[suite:dev.retrial.junit.Marked$Alone]";
    private static final Path SOURCES =
            Path.of("src", "test", "resources", "junit").toAbsolutePath();
    private static final Path COPIES =
            Path.of("target", "test-classes", "junit").toAbsolutePath();

    private static final String[] WHOLE_SHOP = {
        "refund-late [enterprise]",
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
        "shouts [cohorts]"
    };

    @Test
    void a_marker_class_gives_a_test_for_each_cell_and_self_check_and_none_for_what_is_retired() {
        assertThat(leaves(selectClass(Marked.Shop.class))).containsExactly(WHOLE_SHOP);
    }

    @Test
    void an_annotation_of_ones_own_passes_the_suite_on() {
        assertThat(leaves(selectClass(Marked.ByOwnAnnotation.class))).containsExactly(WHOLE_SHOP);
    }

    @Test
    void an_annotation_that_passes_a_suite_on_is_no_suite_itself() {
        assertThat(leaves(selectClass(Marked.ShopSuite.class))).isEmpty();
    }

    @Test
    void the_directory_may_lie_below_the_project_instead_of_on_the_class_path() {
        assertThat(leaves(selectClass(Marked.BelowTheProject.class))).containsExactly(WHOLE_SHOP);
    }

    @Test
    void a_class_that_is_none_of_ours_gives_nothing() {
        assertThat(discover(selectClass(Marked.NoSuite.class)).getChildren()).isEmpty();
    }

    @Test
    void ids_are_made_of_names_only() {
        assertThat(ids(discover(selectClass(Marked.Shop.class))))
                .startsWith(
                        SHOP,
                        SHOP + "/[case:refund-late]",
                        SHOP + "/[case:refund-late]/[cohort:enterprise]",
                        SHOP + "/[case:refund-late]/[cohort:self-serve]",
                        SHOP + "/[case:refund-late]/[leaf:cohorts]",
                        SHOP + "/[case:refund-late]/[leaf:self-check]");
    }

    @Test
    void ids_begin_with_the_id_that_discovery_was_given() {
        UniqueId within = UniqueId.parse("[engine:junit-platform-suite]/[suite:acme.All]/[engine:retrial]");
        TestDescriptor root =
                new RetrialTestEngine().discover(request(List.of(selectClass(Marked.Shop.class))), within);

        assertThat(ids(root)).allMatch(id -> id.startsWith(within + "/[suite:"));
    }

    @Test
    void every_id_selects_what_it_names_and_nothing_else() {
        for (String id : ids(discover(selectClass(Marked.Shop.class)))) {
            if (id.endsWith("/[leaf:cohorts]")) {
                continue;
            }
            TestDescriptor again = discover(selectUniqueId(id));
            TestDescriptor named = again.findByUniqueId(UniqueId.parse(id)).orElseThrow();

            assertThat(leaves(again)).as(id).isEqualTo(leaves(named)).isNotEmpty();
        }
    }

    @Test
    void what_compares_cohorts_selects_the_cells_that_it_compares() {
        assertThat(ids(discover(selectUniqueId(SHOP + "/[case:refund-late]/[leaf:cohorts]"))))
                .containsExactly(
                        SHOP,
                        SHOP + "/[case:refund-late]",
                        SHOP + "/[case:refund-late]/[cohort:enterprise]",
                        SHOP + "/[case:refund-late]/[cohort:self-serve]",
                        SHOP + "/[case:refund-late]/[leaf:cohorts]");
    }

    @Test
    void a_case_of_one_cohort_has_nothing_to_compare() {
        assertThat(leaves(selectUniqueId(SHOP + "/[case:known]"))).containsExactly("known [self-serve]");
        assertThat(leaves(selectUniqueId(SHOP + "/[case:known]/[leaf:cohorts]")))
                .containsExactly("known [cohorts]");
        assertThat(discover(selectUniqueId(SHOP + "/[case:known]/[leaf:cohorts]"))
                        .findByUniqueId(UniqueId.parse(SHOP + "/[case:known]/[leaf:cohorts]")))
                .containsInstanceOf(ProblemLeaf.class);
    }

    @Test
    void several_ids_of_a_case_come_below_one_case() {
        TestDescriptor root = discover(
                selectUniqueId(SHOP + "/[case:shouts]/[cohort:enterprise]"),
                selectUniqueId(SHOP + "/[case:shouts]/[cohort:self-serve]"));

        assertThat(ids(root))
                .containsExactly(
                        SHOP,
                        SHOP + "/[case:shouts]",
                        SHOP + "/[case:shouts]/[cohort:enterprise]",
                        SHOP + "/[case:shouts]/[cohort:self-serve]");
    }

    @Test
    void a_cell_and_its_suite_selected_together_are_the_suite() {
        assertThat(leaves(
                        selectUniqueId(SHOP + "/[case:shouts]/[cohort:enterprise]"),
                        selectClass(Marked.Shop.class),
                        selectUniqueId(SHOP)))
                .containsExactlyInAnyOrder(WHOLE_SHOP);
        assertThat(leaves(
                        selectFile(COPIES.resolve("alone/cases/greets.yaml").toFile()),
                        selectUniqueId(ALONE + "/[case:greets]/[cohort:enterprise]"),
                        selectUniqueId(ALONE)))
                .hasSize(7)
                .doesNotHaveDuplicates();
    }

    @Test
    void an_id_of_another_engine_is_left_alone() {
        assertThat(leaves(selectUniqueId("[engine:other]/[suite:dev.retrial.junit.Marked$Shop]")))
                .isEmpty();
    }

    @Test
    void a_test_that_is_gone_is_a_test_that_says_so() {
        assertThat(leaves(selectUniqueId(SHOP + "/[case:gone]/[cohort:enterprise]")))
                .containsExactly("gone");
        assertThat(leaves(selectUniqueId(SHOP + "/[case:greets]/[cohort:gone]")))
                .containsExactly("greets [gone]");
        assertThat(leaves(selectUniqueId(SHOP + "/[case:greets]/[leaf:self-check]")))
                .containsExactly("greets [self-check]");
    }

    @Test
    void a_file_selects_its_case() {
        assertThat(leaves(selectFile(
                        COPIES.resolve("alone/cases/billing/refund-late.yaml").toFile())))
                .containsExactly(
                        "refund-late [enterprise]",
                        "refund-late [self-serve]",
                        "refund-late [cohorts]",
                        "refund-late [self-check]");
    }

    @Test
    void a_file_in_the_source_tree_selects_the_case_of_the_marker_class() {
        assertThat(ids(discover(
                        selectFile(SOURCES.resolve("alone/cases/greets.yaml").toFile()))))
                .contains(ALONE + "/[case:greets]/[cohort:enterprise]");
    }

    @Test
    void a_line_selects_the_cohort_that_is_named_on_it() {
        File file = COPIES.resolve("alone/cases/billing/refund-late.yaml").toFile();

        assertThat(leaves(selectFile(file, FilePosition.from(7)))).containsExactly("refund-late [self-serve]");
    }

    @Test
    void another_line_selects_the_case() {
        File file = COPIES.resolve("alone/cases/billing/refund-late.yaml").toFile();

        assertThat(leaves(selectFile(file, FilePosition.from(3)))).hasSize(4);
    }

    @Test
    void a_resource_selects_like_its_file() {
        assertThat(leaves(selectClasspathResource("junit/alone/cases/greets.yaml")))
                .containsExactly("greets [enterprise]", "greets [self-serve]", "greets [cohorts]");
    }

    @Test
    void the_suite_file_selects_the_suite() {
        assertThat(leaves(selectFile(COPIES.resolve("alone/suite.yaml").toFile())))
                .hasSize(7);
    }

    @Test
    void a_directory_of_cases_selects_those_below_it() {
        assertThat(ids(discover(
                        selectDirectory(COPIES.resolve("alone/cases/billing").toFile()))))
                .contains(ALONE + "/[case:refund-late]")
                .doesNotContain(ALONE + "/[case:greets]");
    }

    @Test
    void a_file_of_a_suite_that_several_classes_stand_for_is_run_for_each() {
        assertThat(suites(discover(
                        selectFile(COPIES.resolve("shop/cases/greets.yaml").toFile()))))
                .containsExactlyInAnyOrder(SHOP, "[engine:retrial]/[suite:dev.retrial.junit.Marked$ByOwnAnnotation]");
    }

    @Test
    void a_file_outside_any_suite_is_left_alone(@TempDir Path elsewhere) throws Exception {
        assertThat(leaves(selectFile(Files.writeString(elsewhere.resolve("x.yaml"), "title: x")
                        .toFile())))
                .isEmpty();
    }

    @Test
    void a_suite_that_no_class_stands_for_is_named_by_its_directory(@TempDir Path elsewhere) throws Exception {
        Files.createDirectories(elsewhere.resolve("cases"));
        Files.writeString(elsewhere.resolve("suite.yaml"), "trials: 1\n");
        Files.copy(SOURCES.resolve("shop/cases/greets.yaml"), elsewhere.resolve("cases/greets.yaml"));
        String id = UniqueId.forEngine("retrial")
                .append("suite", elsewhere.toString())
                .append("case", "greets")
                .append("cohort", "default")
                .toString();

        assertThat(ids(discover(selectDirectory(elsewhere.toFile())))).contains(id);
        assertThat(leaves(selectUniqueId(id))).containsExactly("greets [default]");
    }

    @Test
    void a_package_a_class_path_root_and_a_pattern_find_marker_classes() {
        Set<Path> root = Set.of(COPIES.getParent());

        assertThat(ids(discover(selectPackage("dev.retrial.junit")))).contains(SHOP);
        assertThat(ids(discover(selectClasspathRoots(root), List.of()))).contains(SHOP);
        assertThat(suites(discover(selectClasspathRoots(root), List.of(includeClassNamePatterns(".*Marked\\$Shop")))))
                .containsExactly(SHOP);
    }

    @Test
    void filters_of_class_and_package_names_hold_for_classes_that_are_asked_for_by_name() {
        List<DiscoverySelector> shop = List.of(selectClass(Marked.Shop.class));

        assertThat(suites(discover(shop, List.of(includeClassNamePatterns("acme.*")))))
                .isEmpty();
        assertThat(suites(discover(shop, List.of(excludePackageNames("dev.retrial")))))
                .isEmpty();
    }

    @Test
    void the_source_of_a_suite_is_its_class() {
        TestDescriptor suite = discover(selectClass(Marked.Shop.class))
                .getChildren()
                .iterator()
                .next();

        assertThat(suite.getSource()).contains(ClassSource.from(Marked.Shop.class));
        assertThat(suite.getLegacyReportingName()).isEqualTo(Marked.Shop.class.getName());
    }

    /** Surefire 3.5 gives a test whose source is a class no name, and in a rerun its XML then breaks. */
    @Test
    void no_test_has_a_class_for_its_source() {
        for (Class<?> marker : List.of(
                Marked.Shop.class, Marked.Broken.class, Marked.Nowhere.class, Marked.Empty.class, Marked.Torn.class)) {
            discover(selectClass(marker), selectUniqueId(SHOP + "/[case:gone]")).accept(descriptor -> {
                if (descriptor.isTest()) {
                    assertThat(descriptor.getSource())
                            .as(descriptor.toString())
                            .satisfiesAnyOf(
                                    source -> assertThat(source).isEmpty(),
                                    source -> assertThat(source).containsInstanceOf(FileSource.class));
                }
            });
        }
    }

    @Test
    void the_source_of_a_cell_is_the_line_of_its_cohort_in_the_source_tree() {
        assertThat(source("[case:refund-late]/[cohort:self-serve]"))
                .isEqualTo(position("shop/cases/billing/refund-late.yaml", 7));
        assertThat(source("[case:greets]/[cohort:self-serve]")).isEqualTo(position("shop/cases/greets.yaml", 1));
    }

    @Test
    void the_source_of_a_case_and_its_self_check_is_in_its_file() {
        assertThat(source("[case:refund-late]")).isEqualTo(position("shop/cases/billing/refund-late.yaml", 1));
        assertThat(source("[case:refund-late]/[leaf:self-check]"))
                .isEqualTo(position("shop/cases/billing/refund-late.yaml", 14));
    }

    @Test
    void the_source_of_a_broken_file_is_the_mistake() {
        TestDescriptor torn = discover(selectClass(Marked.Broken.class))
                .findByUniqueId(UniqueId.parse(
                        "[engine:retrial]/[suite:dev.retrial.junit.Marked$Broken]/[file:cases%2Fripped.yaml]"))
                .orElseThrow();

        assertThat((FileSource) torn.getSource().orElseThrow())
                .returns(SOURCES.resolve("broken/cases/ripped.yaml").toFile(), FileSource::getFile)
                .returns(2, source -> source.getPosition().orElseThrow().getLine());
    }

    @Test
    void a_cell_has_the_tags_of_its_case_and_its_cohort() {
        TestDescriptor root = discover(selectClass(Marked.Shop.class));

        assertThat(tags(root, "[case:refund-late]/[cohort:enterprise]"))
                .containsExactlyInAnyOrder("wrong-policy", "hard", "billing", "enterprise");
        assertThat(tags(root, "[case:refund-late]/[leaf:self-check]"))
                .containsExactlyInAnyOrder("wrong-policy", "hard", "billing");
    }

    @Test
    void names_of_tests_differ_even_where_broken_files_have_the_same_name() {
        assertThat(leaves(selectClass(Marked.Broken.class)))
                .containsExactlyInAnyOrder(
                        "greets [default]",
                        "ripped [broken file]",
                        "cases/torn.yaml [broken file]",
                        "cases/more/torn.yaml [broken file]");
    }

    @Test
    void filters_of_cases_and_cohorts_leave_what_fits() {
        assertThat(leaves(request(
                        List.of(selectClass(Marked.Shop.class)),
                        "retrial.cases",
                        "refund-*,greets",
                        "retrial.cohorts",
                        "self-*")))
                .containsExactly(
                        "refund-late [self-serve]",
                        "refund-late [cohorts]",
                        "refund-late [self-check]",
                        "greets [self-serve]",
                        "greets [cohorts]");
    }

    @Test
    void a_filter_of_cases_leaves_out_broken_files_too_but_none_that_the_suite_hangs_on() {
        assertThat(leaves(request(List.of(selectClass(Marked.Broken.class)), "retrial.cases", "gr*")))
                .containsExactly("greets [default]");
        assertThat(leaves(request(List.of(selectClass(Marked.Torn.class)), "retrial.cases", "gr*")))
                .containsExactly("suite [broken file]");
    }

    @Test
    void what_keeps_a_suite_from_running_is_a_test() {
        assertThat(leaves(selectClass(Marked.Nowhere.class))).containsExactly("[suite]");
        assertThat(leaves(selectClass(Marked.Empty.class))).containsExactly("[no case]");
        assertThat(leaves(selectClass(Marked.Drafts.class))).containsExactly("drafted [default]", "[no case]");
        assertThat(leaves(request(List.of(selectClass(Marked.Shop.class)), "retrial.cases", "no-*")))
                .containsExactly("[no case]");
        assertThat(leaves(request(List.of(selectClass(Marked.Shop.class)), "retrial.cases", "greets,no-*")))
                .containsExactly("greets [enterprise]", "greets [self-serve]", "greets [cohorts]", "[filter]");
        assertThat(leaves(request(List.of(selectClass(Marked.Shop.class)), "retrial.kases", "greets")))
                .containsExactly("[suite]");
    }

    @Test
    void a_test_that_says_what_is_wrong_can_be_run_again_by_its_id_under_its_name() {
        for (Class<?> marker : List.of(Marked.Nowhere.class, Marked.Empty.class, Marked.Torn.class)) {
            TestDescriptor root = discover(selectClass(marker));
            TestDescriptor again = discover(selectUniqueId(ids(root).get(1)));

            assertThat(ids(again)).isEqualTo(ids(root));
            assertThat(leaves(again)).isEqualTo(leaves(root));
        }
    }

    @Test
    void a_second_discovery_reads_no_case_again() {
        SuiteNode first = (SuiteNode) discover(selectClass(Marked.Shop.class))
                .getChildren()
                .iterator()
                .next();
        SuiteNode second = (SuiteNode) discover(selectClass(Marked.Shop.class))
                .getChildren()
                .iterator()
                .next();

        assertThat(second.filters().suite().files().get(0))
                .isSameAs(first.filters().suite().files().get(0));
    }

    @Test
    void what_was_named_once_is_not_named_again() {
        TestDescriptor first = firstCell(discover(selectClass(Marked.Shop.class)));
        TestDescriptor second = firstCell(discover(selectClass(Marked.Shop.class)));

        assertThat(second).isNotSameAs(first);
        assertThat(second.getUniqueId()).isSameAs(first.getUniqueId());
        assertThat(second.getSource().orElseThrow()).isSameAs(first.getSource().orElseThrow());
    }

    @Test
    void a_case_that_changed_between_two_discoveries_has_its_new_tests(@TempDir Path elsewhere) throws Exception {
        Path file = Files.createDirectories(elsewhere.resolve("cases")).resolve("greets.yaml");
        Files.writeString(elsewhere.resolve("suite.yaml"), "trials: 1\n");
        Files.writeString(elsewhere.resolve("cohorts.yaml"), "cohorts: {a: {description: A}, b: {description: B}}\n");
        String text = "title: T\nconversation: [customer: Hi]\nexpect: {tone: {emoji: none}}\n";
        Files.writeString(file, text);
        assertThat(leaves(selectDirectory(elsewhere.toFile())))
                .contains("greets [a]", "greets [b]", "greets [cohorts]");

        Files.writeString(file, "# Only for one of them.\n" + text + "cohorts: [b]\n");

        TestDescriptor cell = firstCell(discover(selectDirectory(elsewhere.toFile())));
        assertThat(leaves(selectDirectory(elsewhere.toFile()))).containsExactly("greets [b]");
        assertThat(((FileSource) cell.getSource().orElseThrow()).getPosition())
                .contains(org.junit.platform.engine.support.descriptor.FilePosition.from(5));
    }

    private static TestDescriptor firstCell(TestDescriptor root) {
        TestDescriptor suite = root.getChildren().iterator().next();
        return suite.getChildren().iterator().next().getChildren().iterator().next();
    }

    private static TestDescriptor discover(DiscoverySelector... selectors) {
        return discover(List.of(selectors), List.of());
    }

    private static TestDescriptor discover(List<? extends DiscoverySelector> selectors, List<Filter<?>> filters) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .filters(filters.toArray(new Filter<?>[0]))
                .build();
        return new RetrialTestEngine().discover(request, UniqueId.forEngine("retrial"));
    }

    private static LauncherDiscoveryRequest request(List<? extends DiscoverySelector> selectors, String... parameters) {
        LauncherDiscoveryRequestBuilder builder =
                LauncherDiscoveryRequestBuilder.request().selectors(selectors);
        for (int i = 0; i < parameters.length; i += 2) {
            builder.configurationParameter(parameters[i], parameters[i + 1]);
        }
        return builder.build();
    }

    private static List<String> leaves(DiscoverySelector... selectors) {
        return leaves(discover(selectors));
    }

    private static List<String> leaves(LauncherDiscoveryRequest request) {
        return leaves(new RetrialTestEngine().discover(request, UniqueId.forEngine("retrial")));
    }

    /** All but the lint of a suite that is there whole, which is LintLeafTest's. */
    private static List<String> leaves(TestDescriptor root) {
        List<String> names = new ArrayList<>();
        root.accept(descriptor -> {
            boolean beside = descriptor instanceof LintLeaf && !names.isEmpty();
            if (descriptor.isTest() && !beside) {
                names.add(descriptor.getDisplayName());
            }
        });
        return names;
    }

    private static List<String> ids(TestDescriptor root) {
        List<String> ids = new ArrayList<>();
        root.accept(descriptor -> {
            if (!descriptor.isRoot()) {
                ids.add(descriptor.getUniqueId().toString());
            }
        });
        return ids;
    }

    private static List<String> suites(TestDescriptor root) {
        List<String> ids = new ArrayList<>();
        root.getChildren().forEach(suite -> ids.add(suite.getUniqueId().toString()));
        return ids;
    }

    private static FileSource source(String below) {
        return (FileSource) discover(selectClass(Marked.Shop.class))
                .findByUniqueId(UniqueId.parse(SHOP + "/" + below))
                .orElseThrow()
                .getSource()
                .orElseThrow();
    }

    private static FileSource position(String file, int line) {
        return FileSource.from(
                SOURCES.resolve(file).toFile(), org.junit.platform.engine.support.descriptor.FilePosition.from(line));
    }

    private static List<String> tags(TestDescriptor root, String below) {
        return root.findByUniqueId(UniqueId.parse(SHOP + "/" + below)).orElseThrow().getTags().stream()
                .map(TestTag::getName)
                .toList();
    }
}
