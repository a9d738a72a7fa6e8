package dev.retrial.tickets.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LanesTest {

    @Test
    void results_come_in_the_order_in_which_the_work_was_given() throws IOException {
        List<Integer> taken = new ArrayList<>();
        Random random = new Random(3);
        try (Lanes<Integer> lanes = new Lanes<>("test", 4, taken::add)) {
            for (int i = 0; i < 2_000; i++) {
                int number = i;
                int pause = random.nextInt(100);
                lanes.give(10, () -> {
                    TimeUnit.MICROSECONDS.sleep(pause);
                    return number;
                });
            }
            lanes.finish();
        }

        assertThat(taken).isEqualTo(IntStream.range(0, 2_000).boxed().toList());
    }

    @Test
    void work_is_done_at_the_same_time() throws IOException {
        CountDownLatch both = new CountDownLatch(2);
        List<Boolean> met = new ArrayList<>();
        try (Lanes<Boolean> lanes = new Lanes<>("test", 2, met::add)) {
            for (int i = 0; i < 2; i++) {
                lanes.give(1, () -> {
                    both.countDown();
                    return both.await(10, TimeUnit.SECONDS);
                });
            }
            lanes.finish();
        }

        assertThat(met).containsExactly(true, true);
    }

    @Test
    void no_more_than_some_mebibytes_are_on_their_way() throws IOException {
        AtomicLong onTheirWay = new AtomicLong();
        AtomicLong most = new AtomicLong();
        int size = 3 << 20;
        try (Lanes<Integer> lanes = new Lanes<>("test", 4, taken -> onTheirWay.addAndGet(-taken))) {
            for (int i = 0; i < 50; i++) {
                lanes.give(size, () -> {
                    most.accumulateAndGet(onTheirWay.addAndGet(size), Math::max);
                    return size;
                });
            }
            lanes.finish();
        }

        assertThat(most.get()).isPositive().isLessThanOrEqualTo(8 << 20);
    }

    @Test
    void what_is_larger_than_that_is_done_alone() throws IOException {
        AtomicInteger atWork = new AtomicInteger();
        List<Integer> beside = new ArrayList<>();
        try (Lanes<Integer> lanes = new Lanes<>("test", 4, beside::add)) {
            for (int i = 0; i < 6; i++) {
                lanes.give(100 << 20, () -> {
                    int others = atWork.getAndIncrement();
                    TimeUnit.MILLISECONDS.sleep(5);
                    atWork.decrementAndGet();
                    return others;
                });
            }
            lanes.finish();
        }

        assertThat(beside).containsOnly(0).hasSize(6);
    }

    @Test
    void what_a_piece_of_work_throws_ends_it_where_its_result_would_have_come() throws IOException {
        List<Integer> taken = new ArrayList<>();
        try (Lanes<Integer> lanes = new Lanes<>("test", 2, taken::add)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1_000; i++) {
                            int number = i;
                            lanes.give(1, () -> {
                                if (number == 100) {
                                    throw new IOException("the hundredth");
                                }
                                return number;
                            });
                        }
                        lanes.finish();
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessage("the hundredth");
        }

        assertThat(taken).hasSize(100);
    }
}
