package dev.retrial.tickets.coverage;

import dev.retrial.suite.Difficulty;
import dev.retrial.wording.Texts;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts how hard tickets are, by where they ended, by system and by month. */
final class DifficultyCount {

    private static final int MOST_COMPONENTS = 50;
    private static final int ENDS = Handling.End.values().length;

    private final Window window;
    private final Names systems;
    private final Tally[] byEnd = tallies();
    private final Map<Integer, Tally> bySystem = new HashMap<>();
    private final Map<YearMonth, Tally[]> byMonth = new TreeMap<>();
    private final Map<String, Ranks> components = new TreeMap<>();
    private int neverAgent;
    private int beforeTrend;

    DifficultyCount(Window window, Names systems) {
        this.window = window;
        this.systems = systems;
    }

    private static Tally[] tallies() {
        Tally[] tallies = new Tally[ENDS];
        for (int i = 0; i < ENDS; i++) {
            tallies[i] = new Tally();
        }
        return tallies;
    }

    void add(TicketFact fact, int system, boolean in) {
        Handling.End end = fact.handling().end();
        Hardness hardness = fact.hardness();
        month(fact, end);
        if (!in) {
            return;
        }
        byEnd[end.ordinal()].add(hardness);
        bySystem.computeIfAbsent(system, any -> new Tally()).add(hardness);
        if (end == Handling.End.PERSON && !fact.handling().agentSpoke()) {
            neverAgent++;
        }
        if (hardness != null) {
            for (Map.Entry<String, Double> rank : hardness.ranks().entrySet()) {
                Ranks ranks = component(rank.getKey());
                if (ranks != null) {
                    ranks.add(end, rank.getValue());
                }
            }
            for (String missing : hardness.missing()) {
                Ranks ranks = component(missing);
                if (ranks != null) {
                    ranks.missing++;
                }
            }
        }
    }

    private @Nullable Ranks component(String name) {
        Ranks known = components.get(name);
        if (known == null && components.size() < MOST_COMPONENTS) {
            known = new Ranks();
            components.put(name, known);
        }
        return known;
    }

    private void month(TicketFact fact, Handling.End end) {
        if (fact.opened() == null || fact.opened().isAfter(window.today())) {
            return;
        }
        YearMonth month = YearMonth.from(fact.opened());
        if (month.isBefore(firstMonth())) {
            beforeTrend++;
        } else {
            byMonth.computeIfAbsent(month, any -> tallies())[end.ordinal()].add(fact.hardness());
        }
    }

    private YearMonth firstMonth() {
        return YearMonth.from(window.today()).minusMonths(DifficultyMix.MONTHS - 1L);
    }

    DifficultyMix result() {
        Tally all = sum(byEnd);
        return new DifficultyMix(
                all.mix(),
                byEnd[Handling.End.AGENT.ordinal()].mix(),
                byEnd[Handling.End.PERSON.ordinal()].mix(),
                byEnd[Handling.End.NOBODY.ordinal()].mix(),
                byEnd[Handling.End.NOT_TOLD.ordinal()].mix(),
                neverAgent,
                reach(all),
                inSystems(),
                componentsOf(),
                months(),
                beforeTrend);
    }

    private static Tally sum(Tally[] tallies) {
        Tally sum = new Tally();
        for (Tally one : tallies) {
            sum.add(one);
        }
        return sum;
    }

    private List<Share> reach(Tally all) {
        List<Share> reach = new ArrayList<>();
        for (int decile = 0; decile < 10; decile++) {
            reach.add(new Share(
                    byEnd[Handling.End.PERSON.ordinal()].deciles[decile],
                    all.deciles[decile] - byEnd[Handling.End.NOT_TOLD.ordinal()].deciles[decile]));
        }
        return reach;
    }

    private List<DifficultyMix.InSystem> inSystems() {
        List<DifficultyMix.InSystem> result = new ArrayList<>();
        bySystem.forEach(
                (number, tally) -> result.add(new DifficultyMix.InSystem(systems.nameOrNull(number), tally.mix())));
        result.sort(Comparator.<DifficultyMix.InSystem>comparingInt(
                        one -> -one.mix().tickets())
                .thenComparing(one -> String.valueOf(one.system())));
        return result;
    }

    private List<DifficultyMix.Component> componentsOf() {
        List<DifficultyMix.Component> result = new ArrayList<>();
        components.forEach((name, ranks) -> result.add(new DifficultyMix.Component(
                Texts.cut(Texts.line(name.replace('-', ' ')), 60),
                ranks.mean(Handling.End.values()),
                ranks.mean(Handling.End.AGENT),
                ranks.mean(Handling.End.PERSON),
                ranks.missing)));
        return result;
    }

    /** From the first month that has a ticket to this one, those without a ticket included. */
    private List<DifficultyMix.Month> months() {
        List<DifficultyMix.Month> months = new ArrayList<>();
        if (byMonth.isEmpty()) {
            return months;
        }
        YearMonth now = YearMonth.from(window.today());
        YearMonth month = byMonth.keySet().iterator().next();
        for (; !month.isAfter(now); month = month.plusMonths(1)) {
            Tally[] ends = byMonth.getOrDefault(month, tallies());
            Tally all = sum(ends);
            Tally people = ends[Handling.End.PERSON.ordinal()];
            int ended = all.tickets() - ends[Handling.End.NOT_TOLD.ordinal()].tickets();
            months.add(new DifficultyMix.Month(
                    month,
                    month.isBefore(now),
                    all.tickets(),
                    new Share(people.tickets(), ended),
                    all.mix().share(Difficulty.HARD),
                    people.mix().share(Difficulty.HARD)));
        }
        return months;
    }

    private static final class Tally {

        private final int[] deciles = new int[10];
        private final int[] levels = new int[Difficulty.values().length];
        private int unknown;

        private void add(@Nullable Hardness hardness) {
            if (hardness == null) {
                unknown++;
            } else {
                deciles[hardness.decile() - 1]++;
                levels[hardness.level().ordinal()]++;
            }
        }

        private void add(Tally other) {
            for (int i = 0; i < deciles.length; i++) {
                deciles[i] += other.deciles[i];
            }
            for (int i = 0; i < levels.length; i++) {
                levels[i] += other.levels[i];
            }
            unknown += other.unknown;
        }

        private int tickets() {
            int sum = unknown;
            for (int level : levels) {
                sum += level;
            }
            return sum;
        }

        private DifficultyMix.Mix mix() {
            List<Integer> list = new ArrayList<>(deciles.length);
            for (int decile : deciles) {
                list.add(decile);
            }
            return new DifficultyMix.Mix(
                    list,
                    levels[Difficulty.EASY.ordinal()],
                    levels[Difficulty.MEDIUM.ordinal()],
                    levels[Difficulty.HARD.ordinal()],
                    unknown);
        }
    }

    private static final class Ranks {

        private final double[] sums = new double[ENDS];
        private final int[] counts = new int[ENDS];
        private int missing;

        private void add(Handling.End end, double rank) {
            sums[end.ordinal()] += rank;
            counts[end.ordinal()]++;
        }

        private DifficultyMix.Mean mean(Handling.End... ends) {
            double sum = 0;
            int count = 0;
            for (Handling.End end : ends) {
                sum += sums[end.ordinal()];
                count += counts[end.ordinal()];
            }
            return new DifficultyMix.Mean(count == 0 ? Double.NaN : sum / count, count);
        }
    }
}
