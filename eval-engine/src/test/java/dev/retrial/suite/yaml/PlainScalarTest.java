package dev.retrial.suite.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainScalarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refund",
                "A-1042",
                "60 days",
                "1.2.3",
                "10.0.0.1",
                "nope",
                "none",
                "yesterday",
                "-",
                "+",
                ".",
                "..",
                "1e",
                "0x",
                "0xZZ",
                "1-2",
                "12:90",
                "2026-13",
                "+49 30 1234",
                "3rd",
                "1,000",
                "$100",
                "e5",
                ".e5",
                "2026-03-02x",
                "~x",
                "==",
                "-a",
                "1:2:3:x"
            })
    void is_text_to_every_reader(String text) {
        assertThat(PlainScalar.of(text)).isEqualTo(PlainScalar.TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "42", "-1", "1.10", "-0.5", "1e5", "1.5E-3", "89.00", "10"})
    void is_a_number_of_JSON(String text) {
        assertThat(PlainScalar.of(text)).isEqualTo(PlainScalar.NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0042",
                "1_000",
                "0x1F",
                "0o17",
                "0b101",
                "+5",
                ".5",
                "5.",
                "12:30",
                "1:30:45.5",
                ".inf",
                "-.INF",
                ".nan",
                "00",
                "-017"
            })
    void is_a_number_to_some_reader(String text) {
        assertThat(PlainScalar.of(text)).isEqualTo(PlainScalar.OTHER_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "No", "NO", "on", "Off", "True", "FALSE", "y", "N"})
    void is_a_truth_value_to_some_reader(String text) {
        assertThat(PlainScalar.of(text)).isEqualTo(PlainScalar.OTHER_TRUTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "Null", "NULL"})
    void is_nothing_to_some_reader(String text) {
        assertThat(PlainScalar.of(text)).isEqualTo(PlainScalar.OTHER_NULL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02",
                "2026-3-2",
                "2026-03-02T09:15:00Z",
                "2026-03-02 09:15:00",
                "2026-03-02t9:15:00.5+02:00"
            })
    void is_a_date(String text) {
        assertThat(PlainScalar.of(text)).isEqualTo(PlainScalar.DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<<", "="})
    void has_a_meaning_in_YAML_1_1(String text) {
        assertThat(PlainScalar.of(text)).isEqualTo(PlainScalar.SPECIAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false", "null"})
    void is_a_word_of_JSON(String text) {
        assertThat(PlainScalar.of(text).name()).isEqualToIgnoringCase(text);
    }
}
