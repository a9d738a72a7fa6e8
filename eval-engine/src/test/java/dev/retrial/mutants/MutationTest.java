package dev.retrial.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.Failed;
import dev.retrial.check.reply.NeverAsks;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Facts;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.scene.Scene;
import dev.retrial.scene.Tool;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.suite.CustomerTurn;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.FailureClass;
import dev.retrial.suite.ReferenceAnswer;
import dev.retrial.suite.ReferenceAnswer.ReferenceCall;
import dev.retrial.suite.ReferenceAnswer.ReferenceTurn;
import dev.retrial.suite.Status;
import dev.retrial.suite.WorldSpec;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MutationTest {

    private static final String REPLY =
            "I have refunded $129.00 for order A-1042. See https://acme.example/terms for the rules. Sorry about that.";
    private static final Transcript RIGHT = Transcript.builder()
            .customer("My money back for A-1042!")
            .call("lookup_order", json("{\"order_id\": \"A-1042\"}"))
            .call("issue_refund", json("{\"order_id\": \"A-1042\", \"lines\": [{\"amount\": 129.00}]}"))
            .agent(REPLY)
            .build();
    private static final ToolCatalog TOOLS = ToolCatalog.of(
            tool("lookup_order", Effect.READ, "looked up"),
            tool("issue_refund", Effect.WRITE, "refunded"),
            tool("cancel_subscription", Effect.WRITE, "your subscription ends"),
            tool("handoff_to_human", Effect.WRITE, "passed this to a colleague"));
    private static final OutcomeSignals SIGNALS =
            new OutcomeSignals(Map.of(Outcome.ESCALATED, new OutcomeSignals.ByCall("handoff_to_human", null)));
    private static final Original ORIGINAL = original(RIGHT);

    @Test
    void calls_are_left_out_one_by_one() {
        assertThat(of(Mutation.DROP_CALL))
                .extracting(mutant -> names(mutant.transcript()))
                .containsExactly(List.of("issue_refund"), List.of("lookup_order"));
    }

    @Test
    void what_changes_something_is_done_twice() {
        assertThat(of(Mutation.DUPLICATE_CALL))
                .singleElement()
                .satisfies(mutant -> assertThat(names(mutant.transcript()))
                        .containsExactly("lookup_order", "issue_refund", "issue_refund"));
    }

    @Test
    void neighbours_change_places() {
        assertThat(of(Mutation.REORDER_CALLS)).singleElement().satisfies(mutant -> {
            assertThat(names(mutant.transcript())).containsExactly("issue_refund", "lookup_order");
            assertThat(mutant.what()).isEqualTo("issue_refund before lookup_order");
        });
    }

    @Test
    void a_write_is_added_as_production_made_it_or_with_arguments_that_fit() {
        assertThat(of(Mutation.ADD_WRITE))
                .extracting(Mutant::what)
                .containsExactly("cancel_subscription {\"account_id\":\"acct_1\",\"seats\":1} added");
        ReferenceCall observed = new ReferenceCall("cancel_subscription", json("{\"account_id\": \"acct_9\"}"));
        assertThat(Mutation.ADD_WRITE.of(original(
                        RIGHT,
                        new ReferenceAnswer(null, List.of(new ReferenceTurn(List.of(observed), null)), List.of(), 1))))
                .extracting(Mutant::what)
                .containsExactly("cancel_subscription {\"account_id\":\"acct_9\"} added");
    }

    @Test
    void numbers_in_calls_and_amounts_in_replies_change() {
        assertThat(of(Mutation.CHANGE_AMOUNT))
                .extracting(Mutant::what)
                .containsExactly(
                        "called issue_refund {\"order_id\":\"A-1042\",\"lines\":[{\"amount\":136.00}]}",
                        "the reply says $229.00 for $129.00");
        assertThat(of(Mutation.CHANGE_AMOUNT).get(1).transcript().lastReply().text())
                .contains("refunded $229.00 for");
    }

    @Test
    void identifiers_in_calls_and_replies_change() {
        assertThat(of(Mutation.CHANGE_ID))
                .extracting(Mutant::what)
                .containsExactly(
                        "called lookup_order {\"order_id\":\"A-1043\"}",
                        "called issue_refund {\"order_id\":\"A-1043\",\"lines\":[{\"amount\":129.00}]}",
                        "the reply says A-1043 for A-1042");
    }

    @Test
    void what_was_not_done_is_claimed() {
        assertThat(of(Mutation.FALSE_CLAIM))
                .extracting(mutant -> ending(mutant.transcript()))
                .containsExactly(
                        "Your subscription ends.",
                        "I have passed this to a colleague for you.",
                        "I have refunded $4,321.00 to your card.");
    }

    @Test
    void what_production_said_is_said_beside_the_right_answer() {
        ReferenceAnswer observed = new ReferenceAnswer(
                null,
                List.of(new ReferenceTurn(null, "No worries!!! Sorry about that. You have 60 days.")),
                List.of(),
                1);

        assertThat(Mutation.OBSERVED_SENTENCE.of(original(RIGHT, observed)))
                .extracting(mutant -> ending(mutant.transcript()))
                .containsExactly("No worries!!!", "You have 60 days.");
    }

    @Test
    void sentences_are_added() {
        assertThat(ending(of(Mutation.EMOJI).get(0).transcript())).isEqualTo("😊");
        assertThat(ending(of(Mutation.RUDE_SENTENCE).get(0).transcript())).contains("idiot");
        assertThat(ending(of(Mutation.FOREIGN_PHONE).get(0).transcript())).contains("+1 415 555 0187");
        assertThat(ending(of(Mutation.ASK_AGAIN).get(0).transcript()))
                .isEqualTo("Could you please tell me your order id?");
    }

    @Test
    void what_the_customer_has_told_is_asked_for_again_as_never_asks_knows_it() {
        Map<String, Facts.Fact> facts = new LinkedHashMap<>();
        facts.put("order_id", new Facts.Fact(json("\"A-1042\""), List.of()));
        facts.put("email", new Facts.Fact(json("\"dana@example.com\""), List.of("e-mail address")));
        facts.put("phone", new Facts.Fact(json("\"+1 415 555 0132\""), List.of()));
        facts.put("sign", new Facts.Fact(json("\" \""), List.of()));
        Transcript right = Transcript.builder()
                .customer("It is about order A-1042.")
                .agent("Thank you.")
                .build();
        EvalCase evalCase =
                evalCase(new Facts(facts), List.of(new CustomerTurn("It is about order A-1042.", List.of("email"))));

        List<Mutant> mutants = Mutation.ASK_AGAIN.of(new Original(evalCase, right, TOOLS, SIGNALS, Map.of()));

        assertThat(mutants)
                .extracting(mutant -> mutant.transcript().lastReply().text())
                .containsExactly(
                        "Thank you. Could you please tell me your order id?",
                        "Thank you. Could you please tell me your e-mail address?");
        Scene scene = Scene.at(Instant.EPOCH);
        assertThat(NeverAsks.of("order_id").evaluate(mutants.get(0).transcript(), scene))
                .isInstanceOf(Failed.class);
        assertThat(NeverAsks.of("email").evaluate(mutants.get(1).transcript(), scene))
                .isInstanceOf(Failed.class);
    }

    @Test
    void sentences_are_left_out() {
        assertThat(of(Mutation.DROP_CITATION).get(0).transcript().lastReply().text())
                .isEqualTo("I have refunded $129.00 for order A-1042. Sorry about that.");
        assertThat(of(Mutation.DROP_DISCLOSURE).get(0).transcript().lastReply().text())
                .isEqualTo("See https://acme.example/terms for the rules. Sorry about that.");
    }

    @Test
    void an_escalation_is_left_out_or_added() {
        assertThat(of(Mutation.DROP_ESCALATION)).isEmpty();
        assertThat(names(of(Mutation.ADD_ESCALATION).get(0).transcript())).endsWith("handoff_to_human");

        Original escalated = original(Transcript.builder()
                .customer("Help")
                .call("handoff_to_human", json("{}"))
                .agent("I pass you on.")
                .build());
        assertThat(Mutation.ADD_ESCALATION.of(escalated)).isEmpty();
        assertThat(Mutation.DROP_ESCALATION.of(escalated).get(0).transcript().calls())
                .isEmpty();
    }

    @Test
    void another_cohorts_words_take_the_place_of_the_reply() {
        Original original = new Original(
                ORIGINAL.evalCase(),
                RIGHT,
                TOOLS,
                SIGNALS,
                Map.of(
                        "dev",
                        Transcript.builder().customer("x").agent("done, A-1042").build()));

        assertThat(Mutation.SWAP_VOICE.of(original)).singleElement().satisfies(mutant -> {
            assertThat(mutant.what()).isEqualTo("the reply speaks as to dev");
            assertThat(mutant.transcript().replies()).containsExactly(new AgentReply(1, "done, A-1042"));
            assertThat(names(mutant.transcript())).containsExactly("lookup_order", "issue_refund");
        });
    }

    @Test
    void without_any_the_register_changes() {
        assertThat(of(Mutation.SWAP_VOICE).get(0).transcript().lastReply().text())
                .startsWith("Hey! I've refunded")
                .endsWith("just ping us anytime!");
        assertThat(Mutation.SWAP_VOICE
                        .of(original(Transcript.builder().agent("I'm on it!").build()))
                        .get(0)
                        .transcript()
                        .lastReply()
                        .text())
                .startsWith("Dear Sir or Madam, I am on it.");
    }

    @ParameterizedTest
    @EnumSource
    void a_mutant_differs_from_its_original_and_from_every_other(Mutation mutation) {
        List<Mutant> mutants = of(mutation);

        assertThat(mutants)
                .extracting(Mutant::transcript)
                .doesNotHaveDuplicates()
                .doesNotContain(RIGHT);
        assertThat(mutants).allMatch(mutant -> mutant.mutation() == mutation);
    }

    @ParameterizedTest
    @EnumSource
    void they_are_always_the_same(Mutation mutation) {
        Locale before = Locale.getDefault();
        List<Mutant> here = of(mutation);
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(of(mutation)).isEqualTo(here);
            assertThat(mutation.key()).matches("[a-z-]+");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_made_of_nothing(Mutation mutation) {
        Original silent = new Original(
                evalCase(),
                Transcript.builder().customer("Hello?").callsUnknown().build(),
                TOOLS,
                SIGNALS,
                Map.of());

        assertThat(mutation.of(silent)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_failure_class_has_mutants(FailureClass failure) {
        assertThat(Mutation.values()).anyMatch(mutation -> mutation.isAbout(failure));
        assertThat(Mutation.values()).allMatch(mutation -> mutation.isAbout(null));
    }

    private static List<Mutant> of(Mutation mutation) {
        return mutation.of(ORIGINAL);
    }

    private static List<String> names(Transcript transcript) {
        return transcript.calls().stream().map(ToolCall::name).toList();
    }

    private static String ending(Transcript transcript) {
        return transcript.lastReply().text().substring(REPLY.length() + 1);
    }

    private static Original original(Transcript right, ReferenceAnswer... observed) {
        return new Original(evalCase(observed), right, TOOLS, SIGNALS, Map.of());
    }

    private static EvalCase evalCase(ReferenceAnswer... observed) {
        return evalCase(
                new Facts(Map.of("order_id", new Facts.Fact(json("\"A-1042\""), List.of()))), List.of(), observed);
    }

    private static EvalCase evalCase(Facts facts, List<CustomerTurn> conversation, ReferenceAnswer... observed) {
        return new EvalCase(
                "a",
                "cases/a.yaml",
                1,
                "A",
                Status.ACTIVE,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                Map.of("default", 1),
                null,
                facts,
                (ObjectNode) json("{\"account_id\": \"acct_1\"}"),
                conversation,
                WorldSpec.EMPTY,
                false,
                List.of(),
                Map.of(),
                Map.of(),
                List.of(observed),
                List.of(),
                "ab12");
    }

    private static Tool tool(String name, Effect effect, String claim) {
        return new Tool(
                name,
                "",
                effect,
                json("{\"properties\": {\"seats\": {\"type\": \"integer\"}},"
                        + " \"required\": [\"account_id\", \"seats\"]}"),
                List.of(claim));
    }

    private static JsonNode json(String json) {
        try {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build()
                    .readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
