package dev.retrial.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    @Test
    void in_any_order_it_is_as_large_as_the_best_of_all_there_are() {
        Random random = new Random(1);
        for (int round = 0; round < 5_000; round++) {
            boolean[][] fits = random(random);
            int calls = fits.length == 0 ? 0 : fits[0].length;

            Assignment assignment = Assignment.inAnyOrder(rows(fits), calls);

            assertConsistent(assignment, fits, calls);
            assertThat(assignment.size()).isEqualTo(best(fits, 0, new boolean[calls]));
        }
    }

    @Test
    void slots_that_come_first_are_served_first() {
        Random random = new Random(2);
        for (int round = 0; round < 2_000; round++) {
            boolean[][] fits = random(random);
            int calls = fits.length == 0 ? 0 : fits[0].length;
            int required = fits.length / 2;
            boolean[][] first = java.util.Arrays.copyOf(fits, required);

            Assignment assignment = Assignment.inAnyOrder(rows(fits), calls);
            int served = 0;
            for (int slot = 0; slot < required; slot++) {
                served += assignment.callOf(slot) >= 0 ? 1 : 0;
            }

            assertThat(served).isEqualTo(best(first, 0, new boolean[calls]));
        }
    }

    @Test
    void in_order_it_is_as_large_as_the_best_of_all_there_are() {
        Random random = new Random(3);
        for (int round = 0; round < 5_000; round++) {
            boolean[][] fits = random(random);
            int calls = fits.length == 0 ? 0 : fits[0].length;

            Assignment assignment = Assignment.inOrder(rows(fits), calls);

            assertConsistent(assignment, fits, calls);
            int before = -1;
            for (int slot = 0; slot < fits.length; slot++) {
                if (assignment.callOf(slot) >= 0) {
                    assertThat(assignment.callOf(slot)).isGreaterThan(before);
                    before = assignment.callOf(slot);
                }
            }
            assertThat(assignment.size()).isEqualTo(bestInOrder(fits, 0, 0, calls));
        }
    }

    private static int[][] rows(boolean[][] fits) {
        int[][] rows = new int[fits.length][];
        for (int slot = 0; slot < fits.length; slot++) {
            boolean[] row = fits[slot];
            rows[slot] = java.util.stream.IntStream.range(0, row.length)
                    .filter(call -> row[call])
                    .toArray();
        }
        return rows;
    }

    private static void assertConsistent(Assignment assignment, boolean[][] fits, int calls) {
        boolean[] used = new boolean[calls];
        for (int slot = 0; slot < fits.length; slot++) {
            int call = assignment.callOf(slot);
            if (call >= 0) {
                assertThat(fits[slot][call]).isTrue();
                assertThat(used[call]).isFalse();
                used[call] = true;
            }
        }
        for (int call = 0; call < calls; call++) {
            assertThat(assignment.uses(call)).isEqualTo(used[call]);
        }
    }

    private static int best(boolean[][] fits, int slot, boolean[] used) {
        if (slot == fits.length) {
            return 0;
        }
        int best = best(fits, slot + 1, used);
        for (int call = 0; call < used.length; call++) {
            if (fits[slot][call] && !used[call]) {
                used[call] = true;
                best = Math.max(best, 1 + best(fits, slot + 1, used));
                used[call] = false;
            }
        }
        return best;
    }

    private static int bestInOrder(boolean[][] fits, int slot, int from, int calls) {
        if (slot == fits.length) {
            return 0;
        }
        int best = bestInOrder(fits, slot + 1, from, calls);
        for (int call = from; call < calls; call++) {
            if (fits[slot][call]) {
                best = Math.max(best, 1 + bestInOrder(fits, slot + 1, call + 1, calls));
            }
        }
        return best;
    }

    private static boolean[][] random(Random random) {
        int calls = random.nextInt(6);
        boolean[][] fits = new boolean[random.nextInt(6)][calls];
        double density = random.nextDouble();
        for (boolean[] row : fits) {
            for (int call = 0; call < calls; call++) {
                row[call] = random.nextDouble() < density;
            }
        }
        return fits;
    }
}
