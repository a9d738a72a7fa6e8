package dev.retrial.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {

    @Test
    void each_case_falls_to_one_shard() {
        for (int i = 0; i < 1_000; i++) {
            String id = "case-" + i;
            assertThat(IntStream.rangeClosed(1, 7).filter(number -> new Shard(number, 7).has(id)))
                    .hasSize(1);
        }
    }

    @Test
    void shards_are_about_equally_large() {
        for (int number = 1; number <= 4; number++) {
            Shard shard = new Shard(number, 4);
            assertThat(IntStream.range(0, 1_000)
                            .filter(i -> shard.has("refund-" + i))
                            .count())
                    .isBetween(200L, 300L);
        }
    }

    @Test
    void an_assignment_stays_as_it_is_from_version_to_version() {
        assertThat(new Shard(1, 3).has("refund-late")).isFalse();
        assertThat(new Shard(2, 3).has("refund-late")).isFalse();
        assertThat(new Shard(3, 3).has("refund-late")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "CI_NODE_INDEX, 2, CI_NODE_TOTAL, 3, shard 2 of 3",
        "CIRCLE_NODE_INDEX, 2, CIRCLE_NODE_TOTAL, 3, shard 3 of 3",
        "BUILDKITE_PARALLEL_JOB, 0, BUILDKITE_PARALLEL_JOB_COUNT, 4, shard 1 of 4",
        "SEMAPHORE_JOB_INDEX, 4, SEMAPHORE_JOB_COUNT, 4, shard 4 of 4",
        "CI_NODE_INDEX, 1, CI_NODE_TOTAL, 1, shard 1 of 1",
    })
    void a_job_knows_its_number(String index, String number, String total, String count, String shard) {
        assertThat(Shard.of(null, Map.of(index, number, total, count))).hasToString(shard);
    }

    @Test
    void what_is_asked_for_stands_in_place_of_what_the_service_says() {
        Map<String, String> environment = Map.of("CI_NODE_INDEX", "2", "CI_NODE_TOTAL", "3");

        assertThat(Shard.of("1/1", environment)).isEqualTo(Shard.WHOLE);
        assertThat(Shard.of(null, Map.of())).isEqualTo(Shard.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "0/3", "4/3", "a/b", "1/-1", "1/99999"})
    void what_is_no_shard_is_refused(String written) {
        assertThatThrownBy(() -> Shard.of(written, Map.of()))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("retrial.shard");
    }

    @Test
    void numbers_of_a_service_that_make_no_shard_are_refused() {
        assertThatThrownBy(() -> Shard.of(null, Map.of("CI_NODE_INDEX", "0", "CI_NODE_TOTAL", "3")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("CI_NODE_INDEX is '0' and CI_NODE_TOTAL is '3', which is no shard");
    }
}
