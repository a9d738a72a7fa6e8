package dev.retrial.tickets.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.suite.Difficulty;
import dev.retrial.suite.FailureClass;
import dev.retrial.suite.Status;
import dev.retrial.tickets.AiOutcome;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever the tickets are, what is shared out adds up again. */
class CoverageTotalsTest {

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void totals_add_up(@ForAll long seed) {
        Coverage coverage = some(new Random(seed)).coverage();

        CoverCount rows = CoverCount.ZERO;
        int cases = 0;
        for (FailureMatrix.Row row : coverage.classes().rows()) {
            CoverCount cells = CoverCount.ZERO;
            for (FailureMatrix.Cell cell : row.cells()) {
                cells = cells.plus(cell.count());
            }
            assertThat(cells).isEqualTo(row.all().count());
            rows = rows.plus(cells);
            cases += row.all().cases();
        }
        CoverCount failures = coverage.failures().count();
        assertThat(rows)
                .isEqualTo(failures)
                .isEqualTo(coverage.classes().total().all().count());
        assertThat(cases).isEqualTo(coverage.classes().total().all().cases());
        assertThat(coverage.gaps().stream()
                        .mapToInt(gap -> gap.count().withoutCase())
                        .sum())
                .isEqualTo(failures.withoutCase());
        assertThat(coverage.failures().own().of()).isEqualTo(failures.tickets());
        assertThat(coverage.failures().own().part()).isLessThanOrEqualTo(failures.withCase());
        assertThat(coverage.failures().stories().of()).isLessThanOrEqualTo(failures.tickets());
        assertThat(coverage.slices().stream()
                        .filter(slice -> slice.dimension().equals("language"))
                        .map(Coverage.Slice::count)
                        .reduce(CoverCount.ZERO, CoverCount::plus))
                .isEqualTo(failures);

        DifficultyMix mix = coverage.difficulty();
        assertThat(mix.all().tickets())
                .isEqualTo(coverage.inWindow())
                .isEqualTo(mix.agent().tickets()
                        + mix.people().tickets()
                        + mix.nobody().tickets()
                        + mix.notTold().tickets())
                .isEqualTo(mix.systems().stream()
                        .mapToInt(one -> one.mix().tickets())
                        .sum());
        assertThat(mix.all().deciles().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(mix.all().known());
        assertThat(mix.months().stream().mapToInt(DifficultyMix.Month::tickets).sum()
                        + mix.beforeTrend()
                        + coverage.unknown().noDay()
                        + coverage.unknown().toCome())
                .isEqualTo(coverage.tickets());

        Escalations escalations = coverage.escalations();
        assertThat(escalations.outcomes().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(escalations.told());
        assertThat(escalations.systems().stream()
                        .mapToInt(one -> one.missed().of())
                        .sum())
                .isEqualTo(escalations.agentTickets());
        assertThat(coverage.unknown().systems().stream()
                        .mapToInt(NotKnown.InSystem::tickets)
                        .sum())
                .isEqualTo(coverage.tickets());
        assertThat(coverage.suite().untold().size())
                .isEqualTo(
                        coverage.suite().told().of() - coverage.suite().told().part());
    }

    private static Counted some(Random random) {
        Counted counted = new Counted();
        int cases = random.nextInt(8);
        for (int i = 0; i < cases; i++) {
            counted.suiteCase(
                    "case-" + i,
                    Status.values()[random.nextInt(Status.values().length)],
                    random.nextInt(5) == 0 ? null : one(random, FailureClass.values()),
                    one(random, "billing", "shipping", null),
                    random.nextInt(4) == 0 ? null : "t" + random.nextInt(80),
                    random.nextBoolean() ? null : FactBuilder.TODAY.minusDays(random.nextInt(400)));
        }
        for (int i = 0; i < random.nextInt(5); i++) {
            counted.rejected("t" + random.nextInt(80));
        }
        int tickets = random.nextInt(80);
        for (int i = 0; i < tickets; i++) {
            FactBuilder ticket = FactBuilder.ticket("t" + i)
                    .system(one(random, "zendesk", "intercom"))
                    .from(
                            one(random, "email", null),
                            one(random, "billing", "shipping", "x", null),
                            one(random, "en", "de", null))
                    .ended(random.nextInt(3) == 0 ? null : one(random, AiOutcome.values()), random.nextBoolean());
            if (random.nextInt(3) > 0) {
                ticket.finding(
                        one(random, FailureClass.WRONG_HANDOFF, one(random, FailureClass.values()), null),
                        one(random, "issue_refund", null),
                        one(random, TriageFact.Escalation.PREMATURE, TriageFact.Escalation.MISSED, null));
            }
            if (random.nextInt(6) > 0) {
                int decile = 1 + random.nextInt(10);
                ticket.hard(Difficulty.values()[(decile - 1) * 3 / 10], decile);
            }
            if (random.nextInt(4) == 0) {
                ticket.agentTurns(null, null);
            }
            if (random.nextInt(4) == 0) {
                ticket.repeats("t" + random.nextInt(80));
            }
            if (random.nextInt(6) == 0) {
                ticket.tells("case-" + random.nextInt(10));
            }
            ticket.daysAgo(random.nextInt(150) - 5);
            if (random.nextInt(10) == 0) {
                ticket.opened(null);
            }
            counted.with(ticket);
        }
        return counted;
    }

    @SafeVarargs
    private static <T> T one(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }
}
