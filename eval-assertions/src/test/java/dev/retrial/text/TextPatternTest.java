package dev.retrial.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPatternTest {

    @Test
    void finds_a_part_and_matches_the_whole() {
        assertThat(TextPattern.of("A-[0-9]+").find("order A-1042.")).isEqualTo(new Span(6, 12));
        assertThat(TextPattern.of("A-[0-9]+").matches("A-1042")).isTrue();
        assertThat(TextPattern.of("A-[0-9]+").matches("order A-1042")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{100}){100}){100}",
                "(a{1000}){1000}",
                "(((a{1,30}){1,30}){1,30}){1,30}",
                "(?:(?:[^]]{1000}){1000}){1000}",
                "((\\){100}){100}){100}"
            })
    void repetitions_that_multiply_are_refused_before_they_are_written_out(String pattern) {
        assertThatThrownBy(() -> TextPattern.of(pattern)).hasMessageContaining("multiply to more than 20000 steps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a", "a{1001}", "(?=a)", "\\1", "[z-a]", "a**"})
    void what_is_no_RE2_pattern_is_refused(String pattern) {
        assertThatThrownBy(() -> TextPattern.of(pattern)).hasMessageStartingWith("not an RE2 pattern: ");
    }

    @Test
    void a_pattern_of_thousands_of_characters_is_refused() {
        assertThatThrownBy(() -> TextPattern.of("(".repeat(5000))).hasMessageContaining("may have 4000 characters");
    }

    @Test
    @Tag("large")
    void a_pattern_that_backtracking_would_choke_on_is_searched_in_no_time() {
        assertThat(TextPattern.of("(a+)+$").find("a".repeat(100_000) + "b")).isNull();
    }

    @Test
    void braces_that_are_no_repetition_count_for_themselves() {
        assertThat(TextPattern.of("\\{name\\}{2}[{9}]x{,5}").matches("{name}}9x{,5}"))
                .isTrue();
    }

    @Test
    void a_pattern_may_be_as_large_as_is_allowed() {
        assertThat(TextPattern.of("(a{100}){198}").matches("a".repeat(19_800))).isTrue();
        assertThat(TextPattern.of("a".repeat(4_000)).written()).hasSize(4_000);
        assertThatThrownBy(() -> TextPattern.of("a".repeat(4_001))).hasMessageContaining("this has 4001");
        assertThatThrownBy(() -> TextPattern.of("(a{100}){201}")).hasMessageContaining("more than 20000 steps");
        assertThatThrownBy(() -> TextPattern.of("a)(a{1000}){100}(")).hasMessageContaining("more than 20000 steps");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{]{1000}x[}]",
                "[^]]{10}",
                "[]{99}]{10}",
                "[\\]{99}]{10}",
                "(\\(){100}(a{10}){10}",
                "[{99999}]",
                "[^{99999}]",
                "[^]{99999}]",
                "[]{99999}]",
                "[\\]{99999}]",
                "[a]b{2,3}[{99999}]",
                "a{2,3}{",
                "a{",
                "a{1",
                "(a{0}){1000}"
            })
    void a_harmless_one_is_taken(String pattern) {
        assertThat(TextPattern.of(pattern).written()).isEqualTo(pattern);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a{2,1000}){100}", "([a]{1000}){100}", "(a{1000,}){100}", "(\\{{1000}){100}"})
    void the_most_that_a_repetition_allows_counts(String pattern) {
        assertThatThrownBy(() -> TextPattern.of(pattern)).hasMessageContaining("more than 20000 steps");
    }
}
