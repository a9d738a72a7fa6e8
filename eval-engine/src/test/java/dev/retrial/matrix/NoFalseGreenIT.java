package dev.retrial.matrix;

import static dev.retrial.matrix.UserProject.Result.ERROR;
import static dev.retrial.matrix.UserProject.Result.FAILED;
import static dev.retrial.matrix.UserProject.Result.FLAKY;
import static dev.retrial.matrix.UserProject.Result.PASSED;
import static dev.retrial.matrix.UserProject.Result.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.retrial.matrix.UserProject.Reported;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A build is green only where the agent was asked and answered well; each project is one way in which that went wrong. */
class NoFalseGreenIT {

    private static final String SUITE = "acme.SupportAgentTest";

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void a_good_agent_is_green_with_no_test_library_beside_the_engine(UserBuild build) {
        UserProject project = build.project("green");

        assertThat(project.status()).isEqualTo("SUCCESS");
        assertThat(project.reported(SUITE))
                .extracting(Reported::name, Reported::result)
                .containsExactlyInAnyOrder(
                        tuple("greets [enterprise]", PASSED),
                        tuple("greets [self-serve]", PASSED),
                        tuple("greets [cohorts]", PASSED),
                        tuple("[lint]", PASSED));
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void failing_cells_are_red_beside_passing_Jupiter_tests(UserBuild build) {
        UserProject project = build.project("red");

        assertThat(project.status()).isEqualTo("FAILURE");
        assertThat(project.reported(SUITE))
                .extracting(Reported::name, Reported::result)
                .containsExactlyInAnyOrder(
                        tuple("greets [enterprise]", PASSED),
                        tuple("greets [self-serve]", PASSED),
                        tuple("refund-late [enterprise]", FAILED),
                        tuple("refund-late [self-serve]", FAILED),
                        tuple("shouts [enterprise]", FAILED),
                        tuple("shouts [self-serve]", PASSED),
                        tuple("known [enterprise]", SKIPPED),
                        tuple("known [self-serve]", SKIPPED),
                        tuple("drafted [enterprise]", SKIPPED),
                        tuple("drafted [self-serve]", SKIPPED),
                        tuple("greets [cohorts]", PASSED),
                        tuple("refund-late [cohorts]", PASSED),
                        tuple("shouts [cohorts]", PASSED),
                        tuple("known [cohorts]", PASSED),
                        tuple("drafted [cohorts]", SKIPPED),
                        tuple("[lint]", PASSED));
        assertPlainTestPassed(project);
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void every_cell_is_reported_under_the_full_name_of_the_marker_class(UserBuild build) {
        assertThat(build.project("red").reported(SUITE))
                .extracting(Reported::className)
                .containsOnly(SUITE);
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void a_forbidden_call_is_red_although_it_failed(UserBuild build) {
        assertThat(failuresOf(build.project("red"), "refund-late [enterprise]")).contains("issue_refund");
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void an_agent_over_HTTP_is_asked(UserBuild build) {
        UserProject project = build.project("http");

        assertThat(project.status()).isEqualTo("FAILURE");
        assertThat(project.reported(SUITE))
                .extracting(Reported::name, Reported::result)
                .containsExactlyInAnyOrder(
                        tuple("greets [enterprise]", PASSED),
                        tuple("greets [self-serve]", PASSED),
                        tuple("refund-late [enterprise]", FAILED),
                        tuple("refund-late [self-serve]", FAILED),
                        tuple("greets [cohorts]", PASSED),
                        tuple("refund-late [cohorts]", PASSED),
                        tuple("[lint]", PASSED));
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void a_suite_without_its_directory_is_red(UserBuild build) {
        assertRedWith(build.project("no-suite"), "evals");
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void a_suite_without_a_case_is_red(UserBuild build) {
        assertRedWith(build.project("no-case"), "case");
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void a_suite_of_drafts_is_red(UserBuild build) {
        assertRedWith(build.project("only-drafts"), "draft");
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void an_agent_that_cannot_be_reached_is_red_on_a_developers_machine(UserBuild build) {
        assertRedWith(build.project("unreachable-local"), "localhost:1");
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void an_agent_that_cannot_be_reached_is_red_in_CI(UserBuild build) {
        assertRedWith(build.project("unreachable-ci"), "localhost:1");
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void an_agent_that_cannot_be_constructed_is_red(UserBuild build) {
        assertRedWith(build.project("broken-agent"), "no key for the model");
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void a_filter_that_no_case_matches_is_red(UserBuild build) {
        assertRedWith(build.project("filter-of-nothing"), "no-such-*");
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void a_filter_that_no_cohort_matches_is_red(UserBuild build) {
        assertRedWith(build.project("cohort-of-nothing"), "no-such-*");
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void a_variable_that_is_not_set_is_red(UserBuild build) {
        assertRedWith(build.project("missing-variable"), "RETRIAL_NO_SUCH_TOKEN");
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void a_status_that_is_out_of_date_and_a_case_that_guards_nothing_are_red(UserBuild build) {
        UserProject project = build.project("statuses");

        assertThat(project.status()).isEqualTo("FAILURE");
        assertThat(project.reported(SUITE))
                .extracting(Reported::name, Reported::result)
                .containsExactlyInAnyOrder(
                        tuple("solved [enterprise]", FAILED),
                        tuple("solved [self-serve]", FAILED),
                        tuple("served [enterprise]", FAILED),
                        tuple("served [self-serve]", FAILED),
                        tuple("vacuous [enterprise]", PASSED),
                        tuple("vacuous [self-serve]", PASSED),
                        tuple("vacuous [self-check]", FAILED),
                        tuple("solved [cohorts]", PASSED),
                        tuple("served [cohorts]", PASSED),
                        tuple("vacuous [cohorts]", PASSED),
                        tuple("[lint]", PASSED));
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void a_broken_file_is_red_and_stops_nothing_else(UserBuild build) {
        UserProject project = build.project("broken-file");

        assertThat(project.status()).isEqualTo("FAILURE");
        assertThat(project.reported(SUITE))
                .extracting(Reported::name, Reported::result)
                .contains(tuple("greets [enterprise]", PASSED), tuple("greets [self-serve]", PASSED));
        assertThat(failuresOf(project, "torn [broken file]"))
                .contains("torn.yaml")
                .contains("conversatoin")
                .contains("conversation");
        assertPlainTestPassed(project);
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void a_broken_suite_file_is_red_and_other_tests_run(UserBuild build) {
        assertRedWith(build.project("broken-suite"), "trails");
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void what_fails_at_every_rerun_is_red_beside_flaky_and_skipped_cells(UserBuild build) {
        UserProject project = build.project("reruns");

        assertThat(project.status()).isEqualTo("FAILURE");
        assertThat(project.reported(SUITE))
                .extracting(Reported::name, Reported::result)
                .contains(
                        tuple("greets [enterprise]", PASSED),
                        tuple("refund-late [enterprise]", FAILED),
                        tuple("refund-late [self-serve]", FAILED),
                        tuple("known [enterprise]", SKIPPED),
                        tuple("flaky [self-serve]", FLAKY));
        assertPlainTestPassed(project);
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void a_cell_that_passes_when_it_is_rerun_is_a_flake(UserBuild build) {
        UserProject project = build.project("reruns-flaky");

        assertThat(project.status()).isEqualTo("SUCCESS");
        assertThat(project.reported(SUITE))
                .extracting(Reported::name, Reported::result)
                .contains(tuple("flaky [self-serve]", FLAKY), tuple("greets [self-serve]", PASSED));
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void a_rerun_keeps_the_results_of_the_run_before(UserBuild build) {
        assertThat(build.project("reruns-flaky").runs(SUITE))
                .hasSize(2)
                .allSatisfy(run -> assertThat(run.resolve("results.jsonl")).isNotEmptyFile());
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void a_cell_that_the_gate_does_not_confirm_is_skipped_and_the_build_is_green(UserBuild build) {
        UserProject project = build.project("gated");

        assertThat(project.status()).isEqualTo("SUCCESS");
        assertThat(project.reported(SUITE))
                .extracting(Reported::name, Reported::result)
                .containsExactlyInAnyOrder(
                        tuple("greets [enterprise]", PASSED),
                        tuple("greets [self-serve]", PASSED),
                        tuple("greets [cohorts]", PASSED),
                        tuple("flaky [self-serve]", SKIPPED),
                        tuple("[lint]", PASSED),
                        tuple("[gate]", PASSED));
        assertThat(project.log()).contains("Retrial: gate: green.");
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void a_cell_that_the_gate_confirms_is_red_and_running_it_again_does_not_get_past_the_gate(UserBuild build) {
        UserProject project = build.project("gated-red");

        assertThat(project.status()).isEqualTo("FAILURE");
        assertThat(project.reported(SUITE))
                .extracting(Reported::name, Reported::result)
                .contains(
                        tuple("refund-late [enterprise]", FAILED),
                        tuple("flaky [self-serve]", SKIPPED),
                        tuple("[gate]", FAILED));
        assertThat(failuresOf(project, "refund-late [enterprise]")).contains("so it ran again until");
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void two_forks_are_both_reported(UserBuild build) {
        UserProject project = build.project("two-forks");

        assertThat(project.status()).isEqualTo("FAILURE");
        assertThat(List.of("acme.OrdersTest", "acme.BillingTest"))
                .allSatisfy(suite -> assertThat(project.reported(suite))
                        .extracting(Reported::name, Reported::result)
                        .containsExactlyInAnyOrder(
                                tuple("greets [enterprise]", PASSED),
                                tuple("greets [self-serve]", PASSED),
                                tuple("refund-late [enterprise]", FAILED),
                                tuple("refund-late [self-serve]", FAILED),
                                tuple("greets [cohorts]", PASSED),
                                tuple("refund-late [cohorts]", PASSED),
                                tuple("[lint]", PASSED)))
                .allSatisfy(suite -> assertThat(project.runs(suite))
                        .singleElement()
                        .satisfies(run -> assertThat(run.resolve("run.json")).isNotEmptyFile()));
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void a_tag_selects_the_cells_that_carry_it(UserBuild build) {
        UserProject project = build.project("tagged");

        assertThat(project.status()).isEqualTo("FAILURE");
        assertThat(project.reported(SUITE))
                .extracting(Reported::name, Reported::result)
                .containsExactlyInAnyOrder(
                        tuple("refund-late [enterprise]", FAILED),
                        tuple("refund-late [self-serve]", FAILED),
                        tuple("refund-late [cohorts]", PASSED));
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void a_method_filter_does_not_empty_a_suite(UserBuild build) {
        UserProject project = build.project("method-filter");

        assertThat(project.status()).isEqualTo("FAILURE");
        assertThat(project.reported(SUITE))
                .extracting(Reported::name, Reported::result)
                .contains(tuple("refund-late [enterprise]", FAILED));
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void a_build_that_stops_at_the_first_failure_is_red(UserBuild build) {
        UserProject project = build.project("stop-at-first");

        assertThat(project.status()).isEqualTo("FAILURE");
        assertThat(project.reported(SUITE)).extracting(Reported::result).contains(FAILED);
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void a_suite_within_a_suite_class_is_red(UserBuild build) {
        UserProject project = build.project("suite-of-suites");

        assertThat(project.status()).isEqualTo("FAILURE");
        assertThat(project.log()).contains("refund-late [enterprise]").contains("refund-late [self-serve]");
    }

    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void a_Jupiter_method_is_red_where_a_cell_fails_or_is_not_replayed(UserBuild build) {
        UserProject project = build.project("jupiter");

        assertThat(project.status()).isEqualTo("FAILURE");
        assertThat(project.log()).contains("Tests run: 8, Failures: 6, Errors: 0, Skipped: 0");
    }

    /** Nobody asks the engine, so it cannot object; the documentation of running under Maven says so. */
    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void a_marker_class_that_the_name_pattern_misses_is_never_asked(UserBuild build) {
        UserProject project = build.project("misnamed");

        assertThat(project.status()).isEqualTo("SUCCESS");
        assertThat(project.reported("acme.SupportEvals")).isEmpty();
        assertPlainTestPassed(project);
    }

    /** Maven 3.8 takes it where a build names no version; the documentation of running under Maven says so. */
    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void the_Surefire_of_Maven_3_8_asks_no_engine(UserBuild build) {
        UserProject project = build.project("old-surefire");

        assertThat(project.status()).isEqualTo("SUCCESS");
        assertThat(project.reported(SUITE)).isEmpty();
    }

    /** JUnit takes the cells away after the engine found them; the documentation of running under Maven says so. */
    @ParameterizedTest
    @MethodSource("dev.retrial.matrix.UserBuild#all")
    void a_tag_that_nobody_has_selects_nothing(UserBuild build) {
        UserProject project = build.project("tag-of-nobody");

        assertThat(project.status()).isEqualTo("SUCCESS");
        assertThat(project.reported(SUITE)).isEmpty();
    }

    private static void assertRedWith(UserProject project, String told) {
        assertThat(project.status()).as(project.log()).isEqualTo("FAILURE");
        assertThat(project.reported(SUITE))
                .filteredOn(test -> test.result() == FAILED || test.result() == ERROR)
                .as("failing tests in %s", project.log())
                .isNotEmpty()
                .anySatisfy(test -> assertThat(test.text()).contains(told));
        assertPlainTestPassed(project);
    }

    private static void assertPlainTestPassed(UserProject project) {
        assertThat(project.reported("acme.PlainTest"))
                .extracting(Reported::name, Reported::result)
                .containsExactly(tuple("adds", PASSED));
    }

    private static String failuresOf(UserProject project, String test) {
        return project.reported(SUITE).stream()
                .filter(each -> each.name().equals(test))
                .filter(each -> each.result() == FAILED || each.result() == ERROR)
                .map(Reported::text)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No failing " + test + " in\n" + project.log()));
    }
}
