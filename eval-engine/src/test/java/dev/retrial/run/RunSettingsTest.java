package dev.retrial.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retrial.suite.Suite;
import dev.retrial.suite.Timeouts;
import dev.retrial.suite.Trials;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunSettingsTest {

    @Test
    void without_parameters_everything_is_the_suites() {
        RunSettings settings = RunSettings.of(Map.of("junit.x", "1"), Map.of());
        Suite suite = Cases.suite().trials(5, 4).concurrency(7).build();
        assertThat(settings.trials(suite)).isEqualTo(new Trials(5, 4));
        assertThat(settings.concurrency(suite)).isEqualTo(7);
        assertThat(settings.timeouts(suite)).isEqualTo(Timeouts.DEFAULT);
        assertThat(settings.selectsCase("anything")).isTrue();
        assertThat(settings.selectsCohort("anyone")).isTrue();
        assertThat(settings.drafts()).isFalse();
        assertThat(settings.output()).isNull();
        assertThat(settings.mode()).isEqualTo(Mode.LOCAL);
    }

    @Test
    void parameters_stand_in_place_of_the_suites() {
        RunSettings settings = RunSettings.of(
                Map.of(
                        "retrial.cases", "refund-*, outage",
                        "retrial.cohorts", "ent?rprise",
                        "retrial.trials", "2/3",
                        "retrial.concurrency", "32",
                        "retrial.timeout", "30s",
                        "retrial.drafts", "run",
                        "retrial.output", "build/evals",
                        "retrial.mode", "ci"),
                Map.of());
        Suite suite = Cases.suite().build();
        assertThat(settings.cases()).isEqualTo(List.of("refund-*", "outage"));
        assertThat(settings.selectsCohort("enterprise")).isTrue();
        assertThat(settings.selectsCohort("developer")).isFalse();
        assertThat(settings.trials(suite)).isEqualTo(new Trials(3, 2));
        assertThat(settings.concurrency(suite)).isEqualTo(32);
        assertThat(settings.timeouts(suite)).isEqualTo(new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(30)));
        assertThat(settings.drafts()).isTrue();
        assertThat(settings.output()).isEqualTo(Path.of("build/evals"));
        assertThat(settings.mode()).isEqualTo(Mode.CI);
    }

    @Test
    void a_longer_limit_of_a_trial_leaves_the_turns_limit_alone() {
        RunSettings settings = RunSettings.of(Map.of("retrial.timeout", "1h"), Map.of());
        assertThat(settings.timeouts(Cases.suite().build()))
                .isEqualTo(new Timeouts(Timeouts.DEFAULT.turn(), Duration.ofHours(1)));
    }

    @ParameterizedTest(name = "CI={0}")
    @CsvSource({"true, CI", "1, CI", "woodpecker, CI", "false, LOCAL", "FALSE, LOCAL", "'', LOCAL"})
    void the_mode_is_ci_where_the_environment_says_so(String ci, Mode mode) {
        assertThat(RunSettings.of(Map.of(), Map.of("CI", ci)).mode()).isEqualTo(mode);
    }

    @Test
    void the_parameter_outweighs_the_environment() {
        assertThat(RunSettings.of(Map.of("retrial.mode", "local"), Map.of("CI", "true"))
                        .mode())
                .isEqualTo(Mode.LOCAL);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "retrial.trials      | 0     | a number from 1 to 1000, all of which must pass, or two of them: 4/5 means that four of five must",
                "retrial.trials      | 6/5   | a number from 1 to 1000, all of which must pass, or two of them: 4/5 means that four of five must",
                "retrial.trials      | 5/    | a number from 1 to 1000, all of which must pass, or two of them: 4/5 means that four of five must",
                "retrial.concurrency | 0     | a number from 1 to 1000",
                "retrial.concurrency | -1    | a number from 1 to 1000",
                "retrial.concurrency | many  | a number from 1 to 1000",
                "retrial.timeout     | 90    | a time with its unit, such as 500ms, 90s, 5m or 1h",
                "retrial.timeout     | 0s    | a time with its unit, such as 500ms, 90s, 5m or 1h",
                "retrial.timeout     | s     | a time with its unit, such as 500ms, 90s, 5m or 1h",
                "retrial.drafts      | true  | skip or run",
                "retrial.output      | ' '   | a directory",
                "retrial.mode        | CI    | local or ci",
                "retrial.cases       | a,,b  | ids or globs separated by commas, such as refund-*,outage",
            })
    void a_bad_value_is_named_with_what_is_expected(String key, String value, String expected) {
        assertThatThrownBy(() -> RunSettings.of(Map.of(key, value), Map.of()))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("parameter '" + key + "': expected " + expected + ", but was '" + value + "'");
    }

    @Test
    void an_unknown_key_is_named_with_its_nearest() {
        assertThatThrownBy(() -> RunSettings.of(Map.of("retrial.case", "x"), Map.of()))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("unknown parameter 'retrial.case'; did you mean 'retrial.cases'?");
    }

    @Test
    void the_version_that_a_build_names_is_no_parameter_of_a_run() {
        assertThat(RunSettings.of(Map.of("retrial.version", "0.1.0"), Map.of()))
                .isEqualTo(RunSettings.of(Map.of(), Map.of()));
    }

    @Test
    void a_key_near_to_none_is_named_with_all() {
        assertThatThrownBy(() -> RunSettings.of(Map.of("retrial.zzzzzzzzzzzz", "x"), Map.of()))
                .hasMessageStartingWith("unknown parameter 'retrial.zzzzzzzzzzzz'; known are retrial.cases, ");
    }

    @Test
    void a_glob_that_matches_nothing_is_told_with_the_nearest() {
        RunSettings settings =
                RunSettings.of(Map.of("retrial.cases", "refund-*,outge", "retrial.cohorts", "dev*"), Map.of());
        assertThat(settings.matchesNothing(List.of("refund-late", "outage"), List.of("developer")))
                .isEqualTo("retrial.cases: 'outge' matches no case of this suite; did you mean 'outage'?");
        assertThat(settings.matchesNothing(List.of("refund-late", "outge"), List.of("enterprise")))
                .isEqualTo("retrial.cohorts: 'dev*' matches no cohort of this suite");
        assertThat(settings.matchesNothing(List.of("refund-late", "outge"), List.of("developer")))
                .isNull();
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "refund-*, refund-late, true",
        "refund-*, refund-, true",
        "refund-*, refund, false",
        "*late, refund-late, true",
        "*a*a*, banana, true",
        "*a*b, banana, false",
        "r?fund, refund, true",
        "r?fund, rfund, false",
        "*, anything, true",
        "a.c, abc, false",
    })
    void a_glob_stands_for_whole_ids(String glob, String id, boolean matches) {
        assertThat(Glob.matches(glob, id)).isEqualTo(matches);
    }

    @Test
    void the_revision_is_what_is_said_else_what_the_CI_service_says() {
        assertThat(RunSettings.of(Map.of(), Map.of()).revision()).isNull();
        assertThat(RunSettings.of(Map.of(), Map.of("GITHUB_SHA", "abc")).revision())
                .isEqualTo("abc");
        assertThat(RunSettings.of(Map.of("retrial.revision", "def"), Map.of("GITHUB_SHA", "abc"))
                        .revision())
                .isEqualTo("def");
    }

    @Test
    void the_gate_is_that_of_a_pull_request_unless_it_is_nightly() {
        assertThat(RunSettings.of(Map.of(), Map.of()).nightly()).isFalse();
        assertThat(RunSettings.of(Map.of("retrial.gate", "nightly"), Map.of()).nightly())
                .isTrue();
        assertThatThrownBy(() -> RunSettings.of(Map.of("retrial.gate", "strict"), Map.of()))
                .hasMessage("parameter 'retrial.gate': expected pull-request or nightly, but was 'strict'");
    }
}
