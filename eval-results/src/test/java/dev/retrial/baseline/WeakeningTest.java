package dev.retrial.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.results.Portion;
import dev.retrial.results.RunFingerprint;
import dev.retrial.results.RunHeader;
import dev.retrial.results.Yardstick;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeakeningTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            floor:cohort=enterprise,     .9,         .85,         'the floor of cohort=enterprise was lowered from .9 to .85'
            floor:cohort=enterprise,     .9,         -,           'the floor of cohort=enterprise (.9) was removed'
            rule:refund-window,          critical,   -,           'the rule refund-window (critical) was removed'
            rule:refund-window,          critical,   advisory,    'the rule refund-window is only advisory, was critical'
            expect:tone.words@developer, major,      -,           'the expectation tone.words@developer (major) was removed'
            status:outage,               -,          quarantined, 'outage is quarantined, was active'
            status:outage,               quarantined,retired,     'outage is retired, was quarantined'
            waive:guide:tone.words,      -,          It is long.,   'guide:tone.words is waived: It is long.'
            varies:guide:dates,          -,          Other zones., 'guide:dates may vary between cohorts: Other zones.'
            trials,                      4/5,        3/5,         'a cell passes with 3/5 trials, was 4/5'
            gate,                        strict,     baseline,    'gate is baseline, was strict'
            gate,                        baseline,   -,           'gate (baseline) was removed'
            complete,                    1.0,        0.9,         'the share of cells that must be evaluated was lowered from 1.0 to 0.9'
            slice:tag=billing,           compared,   -,           'the slice tag=billing is no longer compared'
            """)
    void what_is_easier_to_pass_is_said(String guard, String before, String now, String notice) {
        assertThat(Weakening.byGuards(guards(guard, before), guards(guard, now)))
                .containsExactly(notice);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            floor:cohort=enterprise, .85,          .9
            floor:cohort=enterprise, -,            .9
            rule:refund-window,      advisory,     critical
            rule:refund-window,      -,            critical
            status:outage,           known-failing,-
            waive:guide:tone.words,  It is long.,  -
            trials,                  3/5,          5/5
            gate,                    baseline,     strict
            complete,                0.9,          1.0
            slice:tag=billing,       -,            compared
            """)
    void what_is_harder_to_pass_is_not(String guard, String before, String now) {
        assertThat(Weakening.byGuards(guards(guard, before), guards(guard, now)))
                .isEmpty();
    }

    @Test
    void what_an_older_version_did_not_write_down_is_not_weaker() {
        assertThat(Weakening.byGuards(Map.of(), guards("rule:a", "major"))).isEmpty();
        assertThat(Weakening.byGuards(guards("rule:a", "major"), Map.of())).isEmpty();
    }

    @Test
    void a_case_that_is_gone_is_said_with_the_reason_where_there_is_one() {
        RunHeader now = header(false, Map.of("refund", List.of("enterprise")), Map.of());
        Map<CellKey, CellHistory> cells = Map.of(
                new CellKey("refund", "enterprise"),
                CellHistory.of("h"),
                new CellKey("refund", "self-serve"),
                CellHistory.of("h"));
        Baseline baseline = new Baseline(
                "acme.Test", new RunFingerprint(new TreeMap<>()), Map.of(), List.of(), Map.of(), new TreeMap<>(cells));

        assertThat(Weakening.since(baseline, now)).containsExactly("refund [self-serve] was removed");
    }

    @Test
    void what_rests_is_not_gone() {
        RunHeader before = header(false, Map.of("outage", List.of("enterprise")), Map.of());

        assertThat(Weakening.since(before, header(false, Map.of(), Map.of("outage", "retired"))))
                .isEmpty();
        assertThat(Weakening.since(before, header(false, Map.of(), Map.of())))
                .containsExactly("outage [enterprise] was removed");
    }

    @Test
    void a_part_of_a_suite_says_nothing_about_the_rest() {
        RunHeader before = header(false, Map.of("outage", List.of("enterprise")), Map.of());

        assertThat(Weakening.since(before, header(true, Map.of(), Map.of()))).isEmpty();
    }

    private static Map<String, String> guards(String name, String value) {
        Map<String, String> guards = new TreeMap<>(Map.of("other", "same"));
        if (value != null) {
            guards.put(name, value);
        }
        return guards;
    }

    private static RunHeader header(boolean partial, Map<String, List<String>> planned, Map<String, String> skipped) {
        return new RunHeader(
                "r",
                "acme.Test",
                Instant.EPOCH,
                "ci",
                partial,
                1,
                1,
                Map.of(),
                Map.of(),
                planned,
                skipped,
                Yardstick.UNKNOWN,
                Portion.WHOLE);
    }
}
