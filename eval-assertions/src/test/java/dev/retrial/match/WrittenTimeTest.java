package dev.retrial.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:15:00Z, 2026-03-02T09:15:00Z",
        "2026-03-02t09:15:00z, 2026-03-02T09:15:00Z",
        "2026-03-02 09:15:00, 2026-03-02T09:15:00Z",
        "2026-03-02T09:15, 2026-03-02T09:15:00Z",
        "2026-03-02T09:15:00+02:00, 2026-03-02T07:15:00Z",
        "2026-03-02T23:15:00-05:00, 2026-03-03T04:15:00Z",
        "2026-03-02T09:15:00.250Z, 2026-03-02T09:15:00.250Z"
    })
    void a_time_is_an_instant_and_names_the_day_of_its_own_offset(String written, Instant instant) {
        assertThat(WrittenTime.read(written)).isEqualTo(new WrittenTime(LocalDate.of(2026, 3, 2), instant, false));
    }

    @Test
    void a_day_begins_at_midnight() {
        assertThat(WrittenTime.read("2026-03-02"))
                .isEqualTo(new WrittenTime(LocalDate.of(2026, 3, 2), Instant.parse("2026-03-02T00:00:00Z"), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-03-0",
                "2026-02-30",
                "2026/03/02",
                "20260302xx",
                "+026-03-02",
                "2O26-03-02",
                "2026-03-02x",
                "2026-03-02T25:00:00Z",
                "tomorrow at noon"
            })
    void anything_else_is_none(String text) {
        assertThat(WrittenTime.read(text)).isNull();
    }

    @Test
    @Tag("large")
    void a_text_of_any_length_is_none() {
        assertThat(WrittenTime.read("2026-03-02T09:15:00." + "0".repeat(10_000_000) + "Z"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2d, PT48H",
        "36h, PT36H",
        "15m, PT15M",
        "30s, PT30S",
        "0d, PT0S",
        "999999999s, PT999999999S",
        "P2D, PT48H",
        "p1dt2h, PT26H",
        "PT0.5S, PT0.5S"
    })
    void a_duration_has_a_number_and_a_unit_or_is_iso(String written, Duration duration) {
        assertThat(WrittenTime.duration(written)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "d",
                "2",
                "2 d",
                "2w",
                "-2d",
                "1.5h",
                "2:d",
                "2/d",
                "P",
                "Pxyz",
                "99999999999d",
                "P99999999999999999D"
            })
    void anything_else_is_no_duration(String text) {
        assertThat(WrittenTime.duration(text)).isNull();
    }
}
