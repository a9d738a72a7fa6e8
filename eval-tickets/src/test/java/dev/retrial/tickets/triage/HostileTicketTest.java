package dev.retrial.tickets.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.Rating;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HostileTicketTest {

    @Test
    void a_body_of_fifty_megabytes_costs_no_more_than_what_is_read_of_it() {
        String body = "Your bot said 60 days! ".repeat(2_200_000);

        Triage triage = Tickets.customer(body)
                .agent(body)
                .then(body)
                .human(body)
                .note(body)
                .triaged();

        assertThat(triage.evidence()).hasSizeLessThan(200);
    }

    @Test
    void a_hundred_thousand_turns_are_triaged_by_the_first_thousand() {
        Tickets told = Tickets.customer("Where is A-1042?");
        for (int i = 0; i < 50_000; i++) {
            told.agent("What is your order number?").then("I already told you, it is A-1042! I want a human!");
        }

        Triage triage = told.triaged();

        assertThat(triage.failure()).isIn(FailureClass.LOST_CONTEXT, FailureClass.WRONG_HANDOFF);
        assertThat(triage.turn()).isEqualTo(1);
    }

    @Test
    void one_word_of_a_megabyte_signs_without_end_and_half_a_character_are_read_like_any_text() {
        for (String body : new String[] {
            "a".repeat(1_000_000),
            "!?".repeat(500_000),
            "@".repeat(1_000_000),
            "not ".repeat(300_000),
            "\"".repeat(1_000_000),
            "> ".repeat(500_000),
            "\uD83D",
            "1".repeat(1_000_000),
            "'".repeat(1_000_000),
            "hätte ~ * _ ".repeat(50_000),
            "\u9593\u9055".repeat(200_000)
        }) {
            Triage triage = Tickets.customer(body)
                    .agent(body)
                    .then(body)
                    .human(body)
                    .rated(Rating.Verdict.BAD, true, body)
                    .flagged(body, body)
                    .tagged(body)
                    .triaged();

            assertThat(triage.decision()).isNotNull();
        }
    }

    @Test
    void a_thousand_long_turns_take_time_in_proportion() {
        Tickets told = Tickets.customer("hello");
        String body = "The order 4711 was refunded, cancelled and not changed; we never promised 60 days. ".repeat(20);
        for (int i = 0; i < 1_000; i++) {
            told.agent(body).then(body).human(body);
        }

        assertThat(told.triaged().decision()).isNotNull();
    }
}
