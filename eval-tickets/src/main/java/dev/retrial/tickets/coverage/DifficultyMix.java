package dev.retrial.tickets.coverage;

import dev.retrial.suite.Difficulty;
import java.time.YearMonth;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How hard tickets are, before and after the agent settled some.
 *
 * @param all every ticket: what would reach people without an agent
 * @param agent those that the help desk calls solved and to which no person replied
 * @param people those that reached a person: the residue
 * @param nobody those that ended without a solution and without a person
 * @param notTold those of which nobody knows how they ended
 * @param neverAgent those that reached a person without a turn of the agent
 * @param reach by decile, from the easiest: how many reached a person, of those of which it is known how they ended
 * @param systems the distribution in each system
 * @param components what difficulty is made of
 * @param months month by month, the oldest first; of tickets of any day that belongs to the trend
 * @param beforeTrend dated tickets that are older than the trend
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record DifficultyMix(
        Mix all,
        Mix agent,
        Mix people,
        Mix nobody,
        Mix notTold,
        int neverAgent,
        List<Share> reach,
        List<InSystem> systems,
        List<Component> components,
        List<Month> months,
        int beforeTrend) {

    /** How many months a trend has at most. */
    public static final int MONTHS = 24;

    /** Copies the lists. */
    public DifficultyMix {
        reach = List.copyOf(reach);
        systems = List.copyOf(systems);
        components = List.copyOf(components);
        months = List.copyOf(months);
    }

    /**
     * How hard some tickets are.
     *
     * @param deciles how many are in each tenth, from the easiest
     * @param easy how many are easy
     * @param medium how many are medium
     * @param hard how many are hard
     * @param unknown of how many nobody knows
     */
    public record Mix(List<Integer> deciles, int easy, int medium, int hard, int unknown) {

        /** Copies the list. */
        public Mix {
            deciles = List.copyOf(deciles);
        }

        /** All of them. */
        public int tickets() {
            return known() + unknown;
        }

        /** Those of which it is known how hard they were. */
        public int known() {
            return easy + medium + hard;
        }

        /** Those of a level, of those of which it is known. */
        public Share share(Difficulty level) {
            return new Share(
                    switch (level) {
                        case EASY -> easy;
                        case MEDIUM -> medium;
                        case HARD -> hard;
                    },
                    known());
        }
    }

    /**
     * A system's tickets.
     *
     * @param system the help desk; null for those for which there was no room, together
     * @param mix how hard they are
     */
    public record InSystem(@Nullable String system, Mix mix) {}

    /**
     * A component of difficulty: the mean of its percentile ranks within the system, from 0 to 1, and how many tickets it is of.
     *
     * @param name its name
     * @param all over all tickets
     * @param agent over those that the agent settled
     * @param people over those that reached a person
     * @param missing how many tickets do not tell it, of those of which it is known how hard they were
     */
    public record Component(String name, Mean all, Mean agent, Mean people, int missing) {}

    /**
     * A mean.
     *
     * @param value NaN of nothing
     * @param n of how many
     */
    public record Mean(double value, int n) {}

    /**
     * A month (UTC).
     *
     * @param month which
     * @param whole whether all its days are over
     * @param tickets how many were opened in it
     * @param reachedPerson those that reached a person, of those of which it is known how they ended
     * @param hardAll hard ones, of all of which it is known
     * @param hardPeople hard ones, of those that reached a person
     */
    public record Month(
            YearMonth month, boolean whole, int tickets, Share reachedPerson, Share hardAll, Share hardPeople) {}
}
