package dev.retrial.tickets.difficulty;

import dev.retrial.suite.Difficulty;
import dev.retrial.tickets.Effort;
import dev.retrial.tickets.SupportTicket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Ranks tickets by what they cost people, beside the others of the same help desk and channel: Zendesk's minutes and Help Scout's counts are no one scale, their ranks are.
 *
 * <p>The score is the weighted mean of the {@linkplain Distribution#ranks percentile ranks} of the {@linkplain Component components} that the export tells,
 * {@code Σ w·r / Σ w}. What it does not tell takes no part and is published as missing; nothing is put in its place. A ticket of which only the time until it was solved is
 * known has no score. The decile is that of the score among all scores of the help desk.
 *
 * <p>A channel with fewer than {@value #FEWEST} tickets is ranked within the whole help desk. Two passes: all tickets are {@linkplain Builder#add added}, then each can be
 * {@linkplain #of ranked}. Memory is bounded but for 16 bytes a ticket while they are added.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class EffortRanking {

    /** Ranks among fewer say little. */
    static final int FEWEST = 20;

    /** More channels or help desks than anybody has; what comes behind them is ranked together. */
    private static final int MOST_GROUPS = 200;

    /** Scores are told apart as finely as values are kept exactly. */
    private static final int SCORE_STEPS = 1023;

    private static final Component[] COMPONENTS = Component.values();

    private final Groups groups;
    private final List<Map<Component, Distribution.Ranks>> ranks;
    private final Map<Integer, Distribution.Ranks> scores;

    private EffortRanking(
            Groups groups, List<Map<Component, Distribution.Ranks>> ranks, Map<Integer, Distribution.Ranks> scores) {
        this.groups = groups;
        this.ranks = ranks;
        this.scores = scores;
    }

    /** Takes the tickets, in any order. */
    public static Builder builder() {
        return new Builder();
    }

    /** How hard the ticket was, or null where the export tells too little of it. */
    public @Nullable DifficultyScore of(SupportTicket ticket) {
        int system = groups.find(ticket.system(), null);
        int group = group(groups.find(ticket.system(), ticket.channel()), system);
        Map<String, Double> told = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        int[] row = row(ticket.effort());
        long comparedWith = 0;
        for (Component component : COMPONENTS) {
            int bucket = row[component.ordinal()];
            Distribution.Ranks among = bucket < 0 ? null : ranks.get(group).get(component);
            if (among == null) {
                missing.add(component.key());
            } else {
                told.put(component.key(), among.of(bucket, isLowerBound(component, row)));
                comparedWith = Math.max(comparedWith, among.count());
            }
        }
        double score = score(row, ranks.get(group));
        Distribution.Ranks all = scores.get(system);
        if (Double.isNaN(score) || all == null) {
            return null;
        }
        double rank = all.of(step(score), false);
        int decile = Math.min(10, 1 + (int) (10 * rank));
        return new DifficultyScore(score, decile, difficulty(decile), told, missing, comparedWith);
    }

    private static Difficulty difficulty(int decile) {
        return decile <= 3 ? Difficulty.EASY : decile <= 7 ? Difficulty.MEDIUM : Difficulty.HARD;
    }

    private int group(int channel, int system) {
        return count(channel) < FEWEST ? system : channel;
    }

    private long count(int group) {
        long most = 0;
        for (Distribution.Ranks one : ranks.get(group).values()) {
            most = Math.max(most, one.count());
        }
        return most;
    }

    /** The weighted mean, or not a number where nothing but the resolution is known. */
    private static double score(int[] row, Map<Component, Distribution.Ranks> ranks) {
        double sum = 0;
        double weights = 0;
        boolean some = false;
        for (Component component : COMPONENTS) {
            int bucket = row[component.ordinal()];
            Distribution.Ranks among = ranks.get(component);
            if (bucket >= 0 && among != null) {
                sum += component.weight() * among.of(bucket, isLowerBound(component, row));
                weights += component.weight();
                some |= component != Component.RESOLUTION;
            }
        }
        return some ? sum / weights : Double.NaN;
    }

    private static int step(double score) {
        return Distribution.bucket(Math.round(score * SCORE_STEPS));
    }

    /** The buckets of the components, -1 for one that is missing; behind them whether the ticket is open. */
    private static int[] row(Effort effort) {
        int[] row = new int[COMPONENTS.length + 1];
        for (Component component : COMPONENTS) {
            Long value = component.of(effort);
            row[component.ordinal()] = value == null ? -1 : Distribution.bucket(value);
        }
        row[COMPONENTS.length] = effort.open() ? 1 : 0;
        return row;
    }

    private static boolean isLowerBound(Component component, int[] row) {
        return component == Component.RESOLUTION && row[COMPONENTS.length] == 1;
    }

    /** The groups by help desk and channel, numbered; a help desk as a whole is one too. */
    private static final class Groups {

        private final Map<String, Integer> numbers = new HashMap<>();

        int add(String system, @Nullable String channel) {
            String name = name(system, channel);
            Integer known = numbers.get(name);
            if (known != null) {
                return known;
            }
            String counted = numbers.size() < MOST_GROUPS ? name : channel == null ? "" : name(system, null);
            Integer number = numbers.get(counted);
            if (number == null) {
                number = numbers.size();
                numbers.put(counted, number);
            }
            return number;
        }

        int find(String system, @Nullable String channel) {
            Integer number = numbers.get(name(system, channel));
            if (number == null && channel != null) {
                number = numbers.get(name(system, null));
            }
            if (number == null) {
                number = numbers.get("");
            }
            if (number == null) {
                throw new IllegalArgumentException("tickets are ranked among those that were added");
            }
            return number;
        }

        private static String name(String system, @Nullable String channel) {
            return channel == null ? system + "|" : system + "|" + channel;
        }
    }

    /** Takes the tickets. */
    public static final class Builder {

        private static final int ROWS = 1 << 14;
        private static final int WIDTH = COMPONENTS.length + 2;

        private final Groups groups = new Groups();
        private final List<Map<Component, Distribution>> distributions = new ArrayList<>();
        private final List<short[]> chunks = new ArrayList<>();
        private int inLast = ROWS;

        private Builder() {}

        /** Takes a ticket. */
        public Builder add(SupportTicket ticket) {
            int system = groups.add(ticket.system(), null);
            String channel = ticket.channel();
            int group = channel == null ? system : groups.add(ticket.system(), channel);
            int[] row = row(ticket.effort());
            count(system, row);
            if (group != system) {
                count(group, row);
            }
            keep(row, system, group);
            return this;
        }

        private void count(int group, int[] row) {
            while (distributions.size() <= group) {
                distributions.add(new EnumMap<>(Component.class));
            }
            for (Component component : COMPONENTS) {
                int bucket = row[component.ordinal()];
                if (bucket >= 0) {
                    distributions
                            .get(group)
                            .computeIfAbsent(component, key -> new Distribution())
                            .add(bucket, isLowerBound(component, row));
                }
            }
        }

        private void keep(int[] row, int system, int group) {
            if (inLast == ROWS) {
                chunks.add(new short[ROWS * WIDTH]);
                inLast = 0;
            }
            short[] chunk = chunks.get(chunks.size() - 1);
            int at = inLast++ * WIDTH;
            for (int i = 0; i < COMPONENTS.length; i++) {
                chunk[at + i] = (short) row[i];
            }
            chunk[at + COMPONENTS.length] = (short) (system << 1 | row[COMPONENTS.length]);
            chunk[at + COMPONENTS.length + 1] = (short) group;
        }

        /** The ranking of all that were added. */
        public EffortRanking build() {
            List<Map<Component, Distribution.Ranks>> ranks = new ArrayList<>();
            for (Map<Component, Distribution> group : distributions) {
                Map<Component, Distribution.Ranks> own = new EnumMap<>(Component.class);
                group.forEach((component, distribution) -> own.put(component, distribution.ranks()));
                ranks.add(own);
            }
            Map<Integer, Distribution.Ranks> scores = new HashMap<>();
            EffortRanking ranking = new EffortRanking(groups, ranks, scores);
            Map<Integer, Distribution> spread = new HashMap<>();
            int[] row = new int[COMPONENTS.length + 1];
            for (int chunk = 0; chunk < chunks.size(); chunk++) {
                int rows = chunk == chunks.size() - 1 ? inLast : ROWS;
                for (int i = 0; i < rows; i++) {
                    ranking.addScore(chunks.get(chunk), i * WIDTH, row, spread);
                }
            }
            spread.forEach((system, distribution) -> scores.put(system, distribution.ranks()));
            return ranking;
        }
    }

    private void addScore(short[] chunk, int at, int[] row, Map<Integer, Distribution> spread) {
        for (int i = 0; i < COMPONENTS.length; i++) {
            row[i] = chunk[at + i];
        }
        int system = chunk[at + COMPONENTS.length] >> 1;
        row[COMPONENTS.length] = chunk[at + COMPONENTS.length] & 1;
        double score = score(row, ranks.get(group(chunk[at + COMPONENTS.length + 1], system)));
        if (!Double.isNaN(score)) {
            spread.computeIfAbsent(system, key -> new Distribution()).add(step(score), false);
        }
    }
}
