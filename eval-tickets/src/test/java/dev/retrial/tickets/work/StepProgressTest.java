package dev.retrial.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StepProgressTest {

    private final List<String> told = new ArrayList<>();
    private long now = 1;

    @Test
    void a_log_hears_of_it_every_half_minute_and_how_many_how_fast_and_how_long() {
        StepProgress progress = inLog();

        for (int second = 0; second <= 100; second++) {
            at(second, progress, 1_650);
        }

        assertThat(told)
                .containsExactly(
                        "redacting: 49,500 tickets, 4 %, 1,650 a second, about 10 min left",
                        "redacting: 99,000 tickets, 9 %, 1,650 a second, about 9 min left",
                        "redacting: 148,500 tickets, 14 %, 1,650 a second, about 9 min left");
    }

    @Test
    void a_step_that_is_done_before_that_says_nothing_in_a_log() {
        StepProgress progress = inLog();

        for (int second = 0; second < 30; second++) {
            at(second, progress, 1_650);
        }
        progress.done();

        assertThat(told).isEmpty();
    }

    @Test
    void where_nobody_knows_the_end_no_rest_is_told() {
        StepProgress progress = inLog();

        progress.at("reading", 0, "MiB", 0, 0);
        now += TimeUnit.SECONDS.toNanos(30);
        progress.at("reading", 60, "MiB", 60, 0);

        assertThat(told).containsExactly("reading: 60 MiB, 2 a second");
    }

    @Test
    void a_terminal_has_one_line_that_is_written_over_and_cleared() {
        StepProgress progress = new StepProgress(told::add, true, () -> now);

        progress.at("triage", 0, "tickets", 0, 10);
        now += TimeUnit.SECONDS.toNanos(4);
        progress.at("triage", 8_000, "tickets", 8, 10);
        now += TimeUnit.SECONDS.toNanos(1);
        progress.at("a", 1, "b", 0, 0);
        progress.done();
        progress.done();

        String first = "triage: 8,000 tickets, 80 %, 2,000 a second, about 1 s left";
        assertThat(told)
                .containsExactly(
                        "\r" + first, "\ra: 1 b" + " ".repeat(first.length() - 6), "\r" + " ".repeat(6) + "\r");
    }

    @Test
    void the_rate_of_a_step_is_its_own() {
        StepProgress progress = inLog();

        at(0, progress, 1_000);
        now += TimeUnit.SECONDS.toNanos(60);
        progress.at("triage", 0, "tickets", 0, 100);
        now += TimeUnit.SECONDS.toNanos(40);
        progress.at("triage", 400, "tickets", 50, 100);

        assertThat(told).endsWith("triage: 400 tickets, 50 %, 10 a second, about 40 s left");
    }

    private StepProgress inLog() {
        return new StepProgress(told::add, false, () -> now);
    }

    private void at(int second, StepProgress progress, int rate) {
        now = 1 + TimeUnit.SECONDS.toNanos(second);
        progress.at("redacting", (long) second * rate, "tickets", (long) second * rate, 1_000_000);
    }
}
