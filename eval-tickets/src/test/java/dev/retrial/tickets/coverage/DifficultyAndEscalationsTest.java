package dev.retrial.tickets.coverage;

import static dev.retrial.suite.Difficulty.EASY;
import static dev.retrial.suite.Difficulty.HARD;
import static dev.retrial.suite.Difficulty.MEDIUM;
import static dev.retrial.suite.FailureClass.WRONG_HANDOFF;
import static dev.retrial.suite.FailureClass.WRONG_TONE;
import static dev.retrial.tickets.coverage.FactBuilder.failed;
import static dev.retrial.tickets.coverage.FactBuilder.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.AiOutcome;
import dev.retrial.tickets.difficulty.DifficultyScore;
import dev.retrial.tickets.triage.Decision;
import dev.retrial.tickets.triage.Evidence;
import dev.retrial.tickets.triage.Triage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DifficultyAndEscalationsTest {

    /** Two easy ones settled, of three hard ones two to people; one left, one nobody knows, one of unknown difficulty. */
    private static Counted mixed() {
        return new Counted()
                .with(
                        ticket("a").hard(EASY, 1).ended(AiOutcome.CONFIRMED_RESOLUTION, false),
                        ticket("b").hard(EASY, 1).ended(AiOutcome.ASSUMED_RESOLUTION, false),
                        ticket("c").hard(MEDIUM, 5).ended(AiOutcome.ABANDONED, false),
                        ticket("d").hard(HARD, 10).ended(AiOutcome.ESCALATED, true),
                        ticket("e").hard(HARD, 10).ended(null, true).agentTurns(null, null),
                        ticket("f").hard(HARD, 10).ended(null, false),
                        ticket("g").ended(AiOutcome.PROCEDURE_HANDOFF, false));
    }

    @Test
    void the_residue_is_what_reached_a_person() {
        DifficultyMix mix = mixed().coverage().difficulty();

        assertThat(mix.all().share(HARD)).isEqualTo(new Share(3, 6));
        assertThat(mix.agent().share(EASY)).isEqualTo(new Share(2, 2));
        assertThat(mix.people().share(HARD)).isEqualTo(new Share(2, 2));
        assertThat(mix.people().unknown()).isEqualTo(1);
        assertThat(mix.nobody().tickets()).isEqualTo(1);
        assertThat(mix.notTold().tickets()).isEqualTo(1);
        assertThat(mix.neverAgent()).isEqualTo(1);
    }

    @Test
    void a_person_who_replied_counts_more_than_a_resolution_that_is_claimed() {
        Handling handling = new Handling(1, 1, AiOutcome.ASSUMED_RESOLUTION, true);

        assertThat(handling.end()).isEqualTo(Handling.End.PERSON);
    }

    @Test
    void each_tenth_has_the_share_that_reached_a_person_of_those_whose_end_is_known() {
        List<Share> reach = mixed().coverage().difficulty().reach();

        assertThat(reach.get(0)).isEqualTo(new Share(0, 2));
        assertThat(reach.get(4)).isEqualTo(new Share(0, 1));
        assertThat(reach.get(9)).isEqualTo(new Share(2, 2));
        assertThat(reach.get(1).isKnown()).isFalse();
    }

    @Test
    void each_system_has_its_levels_and_tenths() {
        Coverage coverage = new Counted()
                .with(
                        ticket("a").system("intercom").hard(EASY, 2),
                        ticket("b").hard(HARD, 9),
                        ticket("c").hard(HARD, 9),
                        ticket("d"))
                .coverage();

        assertThat(coverage.difficulty().systems())
                .containsExactly(
                        new DifficultyMix.InSystem(
                                "zendesk", new DifficultyMix.Mix(List.of(0, 0, 0, 0, 0, 0, 0, 0, 2, 0), 0, 0, 2, 1)),
                        new DifficultyMix.InSystem(
                                "intercom", new DifficultyMix.Mix(List.of(0, 1, 0, 0, 0, 0, 0, 0, 0, 0), 1, 0, 0, 0)));
    }

    @Test
    void components_have_their_mean_rank_before_and_after_and_what_is_missing() {
        Coverage coverage = new Counted()
                .with(
                        ticket("a").hard(ranked(.2)).ended(AiOutcome.CONFIRMED_RESOLUTION, false),
                        ticket("b").hard(ranked(.6)).ended(null, true),
                        ticket("c").hard(ranked(1)).ended(null, true),
                        ticket("d").hard(new Hardness(EASY, 1, Map.of(), Set.of("reopens"))))
                .coverage();

        DifficultyMix.Component one = coverage.difficulty().components().get(0);
        assertThat(one.name()).isEqualTo("reopens");
        assertThat(one.all().value()).isCloseTo(.6, within(1e-9));
        assertThat(one.all().n()).isEqualTo(3);
        assertThat(one.agent()).isEqualTo(new DifficultyMix.Mean(.2, 1));
        assertThat(one.people().value()).isCloseTo(.8, within(1e-9));
        assertThat(one.missing()).isEqualTo(1);
    }

    private static Hardness ranked(double rank) {
        return new Hardness(MEDIUM, 5, Map.of("reopens", rank), Set.of());
    }

    @Test
    void a_score_is_taken_over_as_it_is() {
        DifficultyScore score =
                new DifficultyScore(.7, 8, HARD, Map.of("reopens", .9), List.of("tools", "resolution"), 100);

        assertThat(Hardness.of(score))
                .isEqualTo(new Hardness(HARD, 8, Map.of("reopens", .9), Set.of("resolution", "tools")));
    }

    @Test
    void months_go_from_the_first_ticket_to_today_with_those_that_have_none() {
        Coverage coverage = new Counted()
                .with(
                        ticket("a")
                                .opened(LocalDate.of(2026, 1, 31))
                                .hard(HARD, 9)
                                .ended(null, true),
                        ticket("b")
                                .opened(LocalDate.of(2026, 1, 1))
                                .hard(EASY, 1)
                                .ended(AiOutcome.ABANDONED, false),
                        ticket("c").opened(LocalDate.of(2026, 3, 1)),
                        ticket("d").opened(LocalDate.of(2020, 3, 1)),
                        ticket("e").opened(LocalDate.MIN))
                .coverage();

        assertThat(coverage.difficulty().months())
                .containsExactly(
                        month(1, true, 2, new Share(1, 2), new Share(1, 2), new Share(1, 1)),
                        month(2, true, 0, new Share(0, 0), new Share(0, 0), new Share(0, 0)),
                        month(3, false, 1, new Share(0, 0), new Share(0, 0), new Share(0, 0)));
        assertThat(coverage.difficulty().beforeTrend()).isEqualTo(2);
    }

    private static DifficultyMix.Month month(
            int month, boolean whole, int tickets, Share reached, Share hard, Share hardPeople) {
        return new DifficultyMix.Month(YearMonth.of(2026, month), whole, tickets, reached, hard, hardPeople);
    }

    @Test
    void premature_is_of_hand_overs_and_missed_of_what_the_agent_spoke_in() {
        Escalations escalations = new Counted()
                .with(
                        escalated("a", TriageFact.Escalation.PREMATURE).ended(AiOutcome.ESCALATED, true),
                        escalated("b", TriageFact.Escalation.MISSED).ended(AiOutcome.ABANDONED, false),
                        escalated("c", null).ended(null, true),
                        ticket("d").ended(AiOutcome.CONFIRMED_RESOLUTION, false),
                        escalated("e", TriageFact.Escalation.MISSED).agentTurns(null, null),
                        failed("f", WRONG_TONE).finding(WRONG_TONE, null, TriageFact.Escalation.MISSED))
                .coverage()
                .escalations();

        assertThat(escalations.agentTickets()).isEqualTo(5);
        assertThat(escalations.handedOver()).isEqualTo(2);
        assertThat(escalations.premature()).isEqualTo(new Share(1, 2));
        assertThat(escalations.missed()).isEqualTo(new Share(1, 5));
        assertThat(escalations.directionNotTold()).isEqualTo(1);
        assertThat(escalations.withoutAgentTurn()).isEqualTo(1);
        assertThat(escalations.categories())
                .containsExactly(new Escalations.Where("billing", new Share(1, 2), new Share(1, 5)));
        assertThat(escalations.systems())
                .containsExactly(new Escalations.Where("zendesk", new Share(1, 2), new Share(1, 5)));
    }

    @Test
    void a_wrong_hand_off_of_what_the_agent_kept_is_missed_though_no_rule_says_which() {
        Escalations escalations = new Counted()
                .with(
                        escalated("a", null).ended(AiOutcome.NEGATIVE_FEEDBACK, false),
                        escalated("b", null).ended(AiOutcome.ASSUMED_RESOLUTION, false),
                        escalated("c", null).ended(null, false),
                        escalated("d", null).ended(AiOutcome.ESCALATED, true))
                .coverage()
                .escalations();

        assertThat(escalations.missed()).isEqualTo(new Share(2, 4));
        assertThat(escalations.directionNotTold()).isEqualTo(2);
    }

    @Test
    void a_rule_tells_the_direction_of_a_wrong_hand_off() {
        assertThat(TriageFact.of(triaged(WRONG_HANDOFF, "note", "kept-from-a-person"), null)
                        .escalation())
                .isEqualTo(TriageFact.Escalation.MISSED);
        assertThat(TriageFact.of(triaged(WRONG_HANDOFF, "needless-hand-over"), null)
                        .escalation())
                .isEqualTo(TriageFact.Escalation.PREMATURE);
        assertThat(TriageFact.of(triaged(WRONG_HANDOFF, "wrong-desk"), null).escalation())
                .isNull();
        assertThat(TriageFact.of(triaged(WRONG_TONE, "kept-from-a-person"), null)
                        .escalation())
                .isNull();
    }

    private static Triage triaged(FailureClass failure, String... rules) {
        List<Evidence> evidence =
                Stream.of(rules).map(rule -> new Evidence(rule, 1, 0, 1, .5)).toList();
        return new Triage(Decision.FAILURE, failure, .8, 1, evidence, List.of(), null, "1", null);
    }

    @Test
    void a_wrong_hand_off_that_a_person_rejected_is_none() {
        Escalations escalations = new Counted()
                .rejected("a")
                .with(escalated("a", TriageFact.Escalation.MISSED))
                .coverage()
                .escalations();

        assertThat(escalations.missed()).isEqualTo(new Share(0, 1));
    }

    private static FactBuilder escalated(String ref, TriageFact.Escalation escalation) {
        return ticket(ref).finding(WRONG_HANDOFF, null, escalation);
    }

    @Test
    void outcomes_and_the_hints_in_them_are_of_what_the_help_desk_tells() {
        Escalations escalations = new Counted()
                .with(
                        ticket("a").ended(AiOutcome.ESCALATED, true).agentTurns(1, 1),
                        ticket("b").ended(AiOutcome.ESCALATED, true).agentTurns(1, 5),
                        ticket("c").ended(AiOutcome.NEGATIVE_FEEDBACK, false),
                        ticket("d").ended(AiOutcome.NEGATIVE_FEEDBACK, true),
                        ticket("e"))
                .coverage()
                .escalations();

        assertThat(escalations.outcomes())
                .containsEntry(AiOutcome.ESCALATED, 2)
                .containsEntry(AiOutcome.NEGATIVE_FEEDBACK, 2)
                .containsEntry(AiOutcome.ABANDONED, 0);
        assertThat(escalations.outcomeNotTold()).isEqualTo(1);
        assertThat(escalations.told()).isEqualTo(4);
        assertThat(escalations.atOnce()).isEqualTo(new Share(1, 2));
        assertThat(escalations.leftAlone()).isEqualTo(new Share(1, 4));
    }

    @Test
    void what_a_system_does_not_tell_is_counted() {
        NotKnown unknown = new Counted()
                .with(
                        ticket("a").opened(null).from(null, " ", null).agentTurns(null, null),
                        ticket("b").daysAgo(400).hard(EASY, 1),
                        ticket("c").open())
                .coverage()
                .unknown();

        assertThat(unknown.systems())
                .containsExactly(new NotKnown.InSystem(
                        "zendesk", 3, FactBuilder.TODAY.minusDays(400), FactBuilder.TODAY, 1, 1, 1, 1, 2, 2));
        assertThat(unknown.open()).isEqualTo(1);
    }
}
