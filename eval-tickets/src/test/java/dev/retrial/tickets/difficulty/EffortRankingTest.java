package dev.retrial.tickets.difficulty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.retrial.suite.Difficulty;
import dev.retrial.tickets.Effort;
import dev.retrial.tickets.Rating;
import dev.retrial.tickets.SupportTicket;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EffortRankingTest {

    private static final Offset<Double> EXACTLY = within(1e-12);

    @Test
    void of_equal_values_half_count_as_smaller() {
        EffortRanking ranking = ranking(touched(0), touched(1), touched(1), touched(5));

        assertThat(score(ranking, touched(0))).isCloseTo(0.5 / 4, EXACTLY);
        assertThat(score(ranking, touched(1))).isCloseTo((1 + 1.0) / 4, EXACTLY);
        assertThat(score(ranking, touched(5))).isCloseTo((3 + 0.5) / 4, EXACTLY);
    }

    @Test
    void the_decile_is_that_of_the_score_among_all() {
        EffortRanking ranking = ranking(touched(0), touched(1), touched(1), touched(5));

        assertThat(ranking.of(touched(0)).decile()).isEqualTo(2);
        assertThat(ranking.of(touched(1)).decile()).isEqualTo(6);
        assertThat(ranking.of(touched(5)).decile()).isEqualTo(9);
        assertThat(ranking.of(touched(0)).difficulty()).isEqualTo(Difficulty.EASY);
        assertThat(ranking.of(touched(1)).difficulty()).isEqualTo(Difficulty.MEDIUM);
        assertThat(ranking.of(touched(5)).difficulty()).isEqualTo(Difficulty.HARD);
    }

    @Test
    void the_score_is_the_mean_of_what_is_told_with_little_weight_for_the_time() {
        SupportTicket quick = ticket("zendesk", null, new Effort(1, 0, null, null, 10L, false, null));
        SupportTicket slow = ticket("zendesk", null, new Effort(3, 2, null, null, 5L, false, null));
        EffortRanking ranking = ranking(quick, slow);

        DifficultyScore score = ranking.of(slow);

        assertThat(score.score()).isCloseTo((0.75 + 0.75 + 0.25 * 0.25) / 2.25, EXACTLY);
        assertThat(score.ranks()).containsOnlyKeys("human-touches", "reopens", "resolution");
        assertThat(score.ranks()).containsEntry("resolution", 0.25);
        assertThat(score.missing()).containsExactly("handoffs", "customer-messages", "tools");
        assertThat(score.comparedWith()).isEqualTo(2);
    }

    @Test
    void what_is_missing_takes_no_part() {
        SupportTicket without = ticket("zendesk", null, new Effort(null, 1, null, null, null, false, null));
        SupportTicket with = ticket("zendesk", null, new Effort(9, 0, null, null, null, false, null));
        EffortRanking ranking = ranking(without, with);

        assertThat(score(ranking, without)).isCloseTo(0.75, EXACTLY);
        assertThat(score(ranking, with)).isCloseTo((0.5 + 0.25) / 2, EXACTLY);
    }

    @Test
    void an_open_ticket_counts_as_one_that_takes_longer() {
        SupportTicket first = solved(10, false);
        SupportTicket open = solved(20, true);
        SupportTicket last = solved(30, false);
        EffortRanking ranking = ranking(first, open, last);

        // S falls to 2/3 at 10, stays at 20, of which only a lower bound is known, and is 0 behind 30.
        assertThat(ranking.of(first).ranks().get("resolution")).isCloseTo(1 - (1 + 2 / 3.0) / 2, EXACTLY);
        assertThat(ranking.of(open).ranks().get("resolution")).isCloseTo(1 - (2 / 3.0) / 2, EXACTLY);
        assertThat(ranking.of(last).ranks().get("resolution")).isCloseTo(1 - (2 / 3.0) / 2, EXACTLY);
    }

    @Test
    void the_time_alone_says_too_little() {
        SupportTicket ticket = ticket("zendesk", null, new Effort(null, null, null, null, 10L, false, null));

        assertThat(ranking(ticket).of(ticket)).isNull();
        assertThat(ranking(ticket("zendesk", null, Effort.UNKNOWN)).of(ticket("zendesk", null, Effort.UNKNOWN)))
                .isNull();
    }

    @Test
    void help_desks_are_no_one_scale() {
        EffortRanking ranking = ranking(
                ticket("zendesk", null, touches(100)),
                ticket("zendesk", null, touches(200)),
                ticket("helpscout", null, touches(1)),
                ticket("helpscout", null, touches(2)));

        assertThat(score(ranking, ticket("helpscout", null, touches(2)))).isCloseTo(0.75, EXACTLY);
        assertThat(score(ranking, ticket("zendesk", null, touches(100)))).isCloseTo(0.25, EXACTLY);
    }

    @Test
    void a_channel_is_ranked_by_itself_where_it_has_enough_tickets() {
        EffortRanking.Builder builder = EffortRanking.builder();
        for (int i = 0; i < EffortRanking.FEWEST; i++) {
            builder.add(ticket("zendesk", "email", touches(i)));
        }
        builder.add(ticket("zendesk", "voice", touches(1000)));
        EffortRanking ranking = builder.build();

        assertThat(score(ranking, ticket("zendesk", "email", touches(19)))).isCloseTo(19.5 / 20, EXACTLY);
        assertThat(score(ranking, ticket("zendesk", "voice", touches(1000)))).isCloseTo(20.5 / 21, EXACTLY);
    }

    @Test
    void what_became_of_a_ticket_makes_no_difference() {
        SupportTicket plain = touched(3);
        SupportTicket rated = new SupportTicket(
                "zendesk",
                "2",
                null,
                null,
                null,
                null,
                "open",
                null,
                List.of(),
                List.of(),
                List.of(new Rating(Rating.Verdict.BAD, "bad", null, true)),
                null,
                List.of(),
                touches(3),
                List.of(),
                Map.of(),
                "x");
        EffortRanking ranking = ranking(plain, rated, touched(7));

        assertThat(ranking.of(rated)).isEqualTo(ranking.of(plain));
    }

    @Test
    void large_values_are_told_apart_by_two_in_a_hundred() {
        for (long value = 1024; value < 1L << 39; value = value * 21 / 20) {
            assertThat(Distribution.bucket(value)).isGreaterThan(Distribution.bucket(value * 97 / 100));
        }
        assertThat(Distribution.bucket(1023)).isEqualTo(1023);
        assertThat(Distribution.bucket(Long.MAX_VALUE)).isEqualTo(Distribution.bucket(1L << 41));
    }

    @Test
    void many_tickets_of_many_channels_take_bounded_memory() {
        EffortRanking.Builder builder = EffortRanking.builder();
        long before = used();
        for (int i = 0; i < 300_000; i++) {
            builder.add(ticket(
                    "zendesk",
                    "channel " + i % 5_000,
                    new Effort(i % 40, i % 3, null, i % 17, (long) i, i % 5 == 0, 1)));
        }
        EffortRanking ranking = builder.build();

        assertThat(used() - before).isLessThan(200L << 20);
        assertThat(ranking.of(ticket("zendesk", "channel 7", touches(39))).score())
                .isGreaterThan(0.9);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static EffortRanking ranking(SupportTicket... tickets) {
        EffortRanking.Builder builder = EffortRanking.builder();
        for (SupportTicket ticket : tickets) {
            builder.add(ticket);
        }
        return builder.build();
    }

    private static double score(EffortRanking ranking, SupportTicket ticket) {
        return ranking.of(ticket).score();
    }

    private static SupportTicket touched(int times) {
        return ticket("zendesk", null, touches(times));
    }

    private static Effort touches(int times) {
        return new Effort(times, null, null, null, null, false, null);
    }

    private static SupportTicket solved(long minutes, boolean open) {
        return ticket("zendesk", null, new Effort(1, null, null, null, minutes, open, null));
    }

    private static SupportTicket ticket(String system, @Nullable String channel, Effort effort) {
        return new SupportTicket(
                system, "1", null, null, channel, null, "solved", null, List.of(), List.of(), List.of(), null,
                List.of(), effort, List.of(), Map.of(), "x");
    }
}
