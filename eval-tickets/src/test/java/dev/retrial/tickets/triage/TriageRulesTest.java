package dev.retrial.tickets.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.CategoryRules;
import dev.retrial.tickets.Party;
import dev.retrial.tickets.Rating;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SeenCall;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TriageRulesTest {

    private static Tickets promised() {
        return Tickets.customer("Can I return the lamp?")
                .agent("Yes, within 60 days.")
                .then("Great.");
    }

    @Test
    void a_person_who_takes_back_what_the_agent_said_shows_a_wrong_policy_at_its_turn() {
        Tickets told = promised().human("I'm sorry, our assistant was wrong. It is 30 days.");

        Triage triage = told.triaged();

        assertThat(triage.decision()).isEqualTo(Decision.FAILURE);
        assertThat(triage.failure()).isEqualTo(FailureClass.WRONG_POLICY);
        assertThat(triage.turn()).isEqualTo(1);
        assertThat(triage.category()).isEqualTo("billing");
    }

    @Test
    void evidence_quotes_the_words_that_show_it() {
        Tickets told = promised().human("Hello. I'm sorry, our assistant was wrong. It is 30 days.");

        Evidence evidence = told.triaged().evidence().get(0);

        assertThat(evidence.rule()).isEqualTo("correction");
        assertThat(evidence.turn()).isEqualTo(3);
        assertThat(told.ticket().turns().get(3).text().substring(evidence.start(), evidence.end()))
                .isEqualTo("sorry, our assistant was wrong");
    }

    @Test
    void an_angry_customer_of_a_right_agent_shows_no_failure() {
        Triage triage = Tickets.customer("Refund me NOW!!!")
                .agent("I am sorry, the 30 days for a return have passed.")
                .then("You are the WORST company ever!!! Thieves!")
                .rated(Rating.Verdict.BAD, false, "no refund")
                .triaged();

        assertThat(triage.decision()).isEqualTo(Decision.NO_FAILURE);
        assertThat(triage.failure()).isNull();
        assertThat(triage.turn()).isEqualTo(-1);
    }

    @Test
    void a_ticket_without_the_agent_is_no_matter_of_triage() {
        Triage triage = Tickets.customer("Your colleague told me 60 days!")
                .human("Sorry, that was wrong.")
                .triaged();

        assertThat(triage.decision()).isEqualTo(Decision.NO_AGENT);
    }

    @Test
    void a_denied_mistake_is_none() {
        assertThat(promised()
                        .human("There was no mistake, and our assistant was not wrong.")
                        .triaged()
                        .decision())
                .isNotEqualTo(Decision.FAILURE);
    }

    @Test
    void a_person_who_finds_the_agent_right_settles_it() {
        Tickets told = promised()
                .human("I'm sorry, that is wrong, it is 30 days.")
                .then("Your site says 60.")
                .human("You are right, our assistant was right.");

        assertThat(told.triaged().decision()).isEqualTo(Decision.NO_FAILURE);
    }

    @Test
    void an_exception_out_of_goodwill_contradicts_nothing() {
        assertThat(Tickets.customer("Can I still return it after 60 days?")
                        .agent("No, only within 30 days.")
                        .human("I'll make an exception and take it back after 60 days, as a courtesy.")
                        .triaged()
                        .decision())
                .isEqualTo(Decision.NO_FAILURE);
    }

    @Test
    void what_the_customer_quotes_of_old_is_no_complaint() {
        assertThat(Tickets.customer("All fine.")
                        .agent("Glad to hear it.")
                        .then("Thanks\n> Your bot said 60 days and that was wrong!\n> I never asked for this!")
                        .triaged()
                        .decision())
                .isEqualTo(Decision.NO_FAILURE);
    }

    @Test
    void a_complaint_before_the_agent_says_anything_is_not_about_this_conversation() {
        assertThat(Tickets.customer("Your bot promised me a refund of $50! It lied!")
                        .agent("I see no such promise.")
                        .triaged()
                        .decision())
                .isEqualTo(Decision.NO_FAILURE);
    }

    @Test
    void a_failed_call_and_the_claim_that_it_was_done_need_no_complaint() {
        SeenCall failed = new SeenCall("cancel_order", null, null, false);

        Triage triage = Tickets.customer("Cancel A-1042 please.")
                .agent("I've cancelled your order.", failed)
                .triaged();

        assertThat(triage.failure()).isEqualTo(FailureClass.WRONG_TOOL_CALL);
        assertThat(triage.turn()).isEqualTo(1);
    }

    @Test
    void a_call_that_worked_when_it_was_tried_again_is_no_failed_one() {
        Triage triage = Tickets.customer("Cancel A-1042 please.")
                .agent(
                        "I've cancelled your order.",
                        new SeenCall("cancel_order", null, null, false),
                        new SeenCall("cancel_order", null, null, true))
                .triaged();

        assertThat(triage.decision()).isEqualTo(Decision.NO_FAILURE);
    }

    @Test
    void asking_for_what_was_given_is_a_sign_and_asking_for_the_first_time_is_none() {
        assertThat(Tickets.customer("Where is order A-1042?")
                        .agent("What is your order number?")
                        .triaged()
                        .decision())
                .isEqualTo(Decision.OPEN);
        assertThat(Tickets.customer("Where is my order?")
                        .agent("What is your order number?")
                        .triaged()
                        .decision())
                .isEqualTo(Decision.NO_FAILURE);
    }

    @Test
    void an_address_that_nobody_in_the_ticket_has_is_somebody_elses() {
        Party customer =
                new Party("5", Role.CUSTOMER, List.of("Dana Reed"), List.of("dana@mail.example"), List.of(), null);

        assertThat(Tickets.customer("My invoice?")
                        .with(customer)
                        .agent("It went to dana@mail.example.")
                        .triaged()
                        .decision())
                .isEqualTo(Decision.NO_FAILURE);
        assertThat(Tickets.customer("My invoice?")
                        .with(customer)
                        .agent("It went to kim@other.example.")
                        .then("That is not my address, it is somebody else's!")
                        .triaged()
                        .failure())
                .isEqualTo(FailureClass.LEAKED_CONTEXT);
    }

    @Test
    void a_bad_rating_of_the_agent_alone_is_left_open() {
        Triage triage = promised().rated(Rating.Verdict.BAD, true, null).triaged();

        assertThat(triage.decision()).isEqualTo(Decision.OPEN);
        assertThat(triage.evidence()).singleElement().satisfies(one -> {
            assertThat(one.rule()).isEqualTo("rating");
            assertThat(one.turn()).isEqualTo(Evidence.NO_TURN);
        });
    }

    @Test
    void the_agents_own_name_is_known_from_the_export_or_the_settings() {
        Tickets told = promised().human("Nova gave you wrong information.");
        Party nova = new Party("9", Role.AI_AGENT, List.of("Nova"), List.of(), List.of(), null);

        assertThat(evidence(told.triaged(), "correction")).isEqualTo(0.75);
        assertThat(evidence(
                        TriageRules.of(TriageSettings.DEFAULT.withAgentNames(List.of("Nova")))
                                .triage(told.ticket()),
                        "correction"))
                .isEqualTo(0.85);
        assertThat(evidence(told.with(nova).triaged(), "correction")).isEqualTo(0.85);
    }

    private static double evidence(Triage triage, String rule) {
        return triage.evidence().stream()
                .filter(one -> one.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .score();
    }

    @Test
    void supports_own_word_stands_beside_the_class() {
        TriageSettings settings =
                TriageSettings.DEFAULT.withCategories(new CategoryRules("topic", Map.of("returns", Set.of("refund"))));

        assertThat(TriageRules.of(settings)
                        .triage(promised().tagged("refund").ticket())
                        .category())
                .isEqualTo("billing");
    }

    @Test
    void the_version_tells_settings_apart_that_decide_otherwise() {
        String version = TriageRules.of(TriageSettings.DEFAULT).version();

        assertThat(TriageRules.of(TriageSettings.DEFAULT).version()).isEqualTo(version);
        assertThat(TriageRules.of(TriageSettings.DEFAULT.withAgentNames(List.of("Nova")))
                        .version())
                .isNotEqualTo(version);
    }

    @Test
    void bounds_that_make_no_sense_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TriageSettings(List.of(), CategoryRules.NONE, 0.3, 0.6))
                .withMessage("triage needs 0 < open-from <= failure-from <= 1, not 0.6 and 0.3");
    }
}
