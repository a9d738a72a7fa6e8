package dev.retrial.tickets.coverage;

import dev.retrial.suite.Difficulty;
import dev.retrial.wording.Texts;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** What a person reads first, in the same words wherever they read it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Sentences {

    private final Coverage coverage;

    Sentences(Coverage coverage) {
        this.coverage = coverage;
    }

    /**
     * A figure that is told first.
     *
     * @param label what it is of
     * @param figure the figure; a dash where there is none
     * @param says what it is made of, with n
     * @param few whether it is of so few that it says little
     */
    public record Headline(String label, String figure, String says, boolean few) {}

    String title() {
        Share covered = coverage.failures().count().covered();
        if (coverage.tickets() == 0) {
            return "No ticket was read.";
        }
        if (!covered.isKnown()) {
            return "No failure of the agent was found among the " + Texts.count(coverage.inWindow(), "ticket")
                    + " of the last " + days() + ".";
        }
        return Texts.count(covered.part()) + " of " + Texts.count(covered.of(), "failure") + " of the last " + days()
                + (covered.part() == 1 ? " has a case." : " have a case.");
    }

    String days() {
        return Texts.count(coverage.window().days(), "day");
    }

    String span() {
        return coverage.window().first() + " to " + coverage.window().today() + " (UTC)";
    }

    List<Headline> headlines() {
        List<Headline> headlines = new ArrayList<>();
        Share covered = coverage.failures().count().covered();
        headlines.add(new Headline(
                "Failures with a case",
                Texts.percent(covered.value()),
                covered.isKnown()
                        ? of(covered, "failure") + "; near-duplicates counted once: "
                                + percentOf(coverage.failures().stories(), "story")
                        : "no failure in these days",
                covered.isKnown() && covered.isFew()));
        int without = coverage.failures().count().withoutCase();
        headlines.add(new Headline("Failures without a case", Texts.count(without), largestGap(), false));
        Share all = coverage.difficulty().all().share(Difficulty.HARD);
        Share people = coverage.difficulty().people().share(Difficulty.HARD);
        headlines.add(new Headline(
                "Hard, of tickets that reached a person",
                Texts.percent(people.value()),
                people.isKnown()
                        ? of(people, "ticket") + "; of all tickets: " + percentOf(all, "ticket")
                        : "no ticket of known difficulty reached a person",
                people.isKnown() && people.isFew()));
        Escalations escalations = coverage.escalations();
        headlines.add(new Headline(
                "Handed over too early",
                Texts.count(escalations.premature().part()),
                escalations.premature().isKnown()
                        ? percentOf(escalations.premature(), "hand-over")
                        : "no hand-over in these days",
                escalations.premature().isKnown() && escalations.premature().isFew()));
        headlines.add(new Headline(
                "Handed over too late or never",
                Texts.count(escalations.missed().part()),
                escalations.missed().isKnown()
                        ? percentOf(escalations.missed(), "ticket") + " in which the agent spoke"
                        : "the export shows no turn of the agent",
                escalations.missed().isKnown() && escalations.missed().isFew()));
        headlines.add(age());
        return headlines;
    }

    private Headline age() {
        SuiteAge suite = coverage.suite();
        Long age = suite.newestAge();
        String untold = suite.told().isKnown()
                ? Texts.count(suite.told().of() - suite.told().part()) + " of "
                        + Texts.count(suite.told().of(), "case") + " told by no ticket in these days"
                : suite.accepted() == 0 ? "the suite has no accepted case" : "no case names a ticket";
        return new Headline("Age of the newest case", age == null ? "–" : Texts.count(age, "day"), untold, false);
    }

    private String largestGap() {
        if (coverage.gaps().isEmpty()) {
            return coverage.failures().count().tickets() == 0 ? "no failure in these days" : "every failure has one";
        }
        Gap gap = coverage.gaps().get(0);
        return "most: " + Words.failure(gap.failure())
                + (gap.about() == null ? "" : ", " + Texts.cut(gap.about(), 40))
                + (gap.category() == null ? "" : " (" + Texts.cut(gap.category(), 40) + ")") + ", "
                + Texts.count(gap.count().withoutCase(), "ticket");
    }

    /** {@code 41 of 96 failures (33–53 %)}. */
    private static String of(Share share, String noun) {
        return Texts.count(share.part()) + " of " + Texts.count(share.of(), noun) + " (" + share.interval() + ")";
    }

    /** {@code 43 % of 96 failures (33–53 %)}. */
    static String percentOf(Share share, String noun) {
        return share.isKnown()
                ? Texts.percent(share.value()) + " of " + Texts.count(share.of(), noun) + " (" + share.interval() + ")"
                : "– (no " + noun + ")";
    }

    /** What is not known, a sentence each; nothing that is zero. */
    List<String> unknowns() {
        NotKnown unknown = coverage.unknown();
        List<String> told = new ArrayList<>();
        if (coverage.tickets() == 0) {
            told.add("No ticket was read, so nothing is known.");
        } else if (coverage.inWindow() == 0) {
            told.add("No ticket was opened in the last " + days() + ", so nothing is known of them.");
        }
        say(told, unknown.noDay(), "ticket", "without a day: in no figure here.");
        say(told, unknown.toCome(), "ticket", "dated after " + coverage.window().today() + ": in no figure here.");
        say(
                told,
                unknown.open(),
                "ticket",
                "in which the rules could not tell whether the agent failed: not counted as failures.");
        say(told, unknown.classNotTold(), "failure", "of which nobody named the class.");
        say(
                told,
                unknown.reviewed(),
                "failure",
                "counted under the class of the case that a person accepted, since triage said otherwise.");
        say(
                told,
                coverage.failures().count().rejected(),
                "failure",
                "of which a person said that no case is wanted: left out of every share.");
        say(
                told,
                coverage.escalations().directionNotTold(),
                "wrong hand-off",
                "of which the evidence does not tell whether it was too early or too late, such as to the wrong team.");
        say(
                told,
                coverage.escalations().withoutAgentTurn(),
                "wrong hand-off",
                "in which the export does not show the agent's turn or the hand-over: in no rate.");
        say(
                told,
                coverage.difficulty().notTold().tickets(),
                "ticket",
                "to which no person replied and of which the help desk does not say how it ended: not counted as solved.");
        say(told, coverage.difficulty().all().unknown(), "ticket", "of unknown difficulty.");
        say(
                told,
                coverage.difficulty().neverAgent(),
                "ticket",
                "that reached a person without a turn of the agent in the export.");
        say(told, coverage.difficulty().beforeTrend(), "ticket", "older than the months shown.");
        say(told, unknown.unknownCases(), "ticket", "said to repeat a case that the suite does not have.");
        say(told, unknown.casesWithoutTicket(), "case", "made of a ticket that is not among those read.");
        say(told, coverage.suite().byHand(), "accepted case", "without the name of a ticket.");
        say(told, unknown.repeated(), "ticket", "that came again and were counted once.");
        for (NotKnown.InSystem one : unknown.systems()) {
            int spoke = one.tickets() - one.noAgentTurn();
            String system = one.system() == null ? "A system without a name" : one.system();
            if (spoke == 0) {
                told.add(system + " shows no turn of the agent in any of " + Texts.count(one.tickets(), "ticket")
                        + ": if the agent does answer there, name its author in ai-authors.");
            } else if (one.noOutcome() == spoke) {
                told.add(system + " does not tell how the agent's part ended in any of " + Texts.count(spoke, "ticket")
                        + ", so what it settled there is not known.");
            }
        }
        if (unknown.crowded()) {
            told.add(
                    "There were too many different categories, channels, languages or families to keep apart; those that"
                            + " came last are counted together.");
        }
        return told;
    }

    private static void say(List<String> told, int count, String noun, String rest) {
        if (count > 0) {
            told.add(Texts.count(count, noun) + " " + rest);
        }
    }
}
