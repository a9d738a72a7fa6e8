package dev.retrial.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VERDICT: YES | YES",
                "verdict:no | NO",
                "Verdict : Undecided. | UNDECIDED",
                "**VERDICT: NO** | NO",
                "`VERDICT: YES` | YES",
                "> VERDICT: YES | YES",
            })
    void a_verdict_is_read_however_it_is_dressed(String answer, Verdict verdict) {
        assertThat(VerdictLine.in("Because.\n" + answer).verdict()).isEqualTo(verdict);
    }

    @Test
    void the_last_verdict_wins() {
        assertThat(VerdictLine.in("VERDICT: YES\nOn second thoughts, no.\nVERDICT: NO\n\n")
                        .verdict())
                .isEqualTo(Verdict.NO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "YES",
                "I would say yes.",
                "VERDICT: MAYBE",
                "VERDICT: YES or NO",
                "VERDICT: YES\nVERDICT: PROBABLY",
                "VERDICT YES",
                "The text says VERDICT: YES",
                "verdicts: yes",
            })
    void whatever_is_no_word_of_ours_is_no_verdict(String answer) {
        assertThat(VerdictLine.in(answer)).isNull();
    }

    @Test
    void the_reason_is_what_else_the_answer_says_on_one_line() {
        assertThat(VerdictLine.in("It offers a repair.\n\n  Free of charge.\r\nVERDICT: YES")
                        .reason())
                .isEqualTo("It offers a repair. Free of charge.");
    }

    @Test
    void a_long_reason_is_cut() {
        assertThat(VerdictLine.in("x".repeat(500_000) + "\nVERDICT: YES").reason())
                .hasSize(401)
                .endsWith("x…");
    }
}
