package dev.retrial.documentation;

import static dev.retrial.assertj.RetrialAssertions.assertThat;
import static dev.retrial.assertj.RetrialAssertions.call;
import static dev.retrial.check.tone.Part.CODE;
import static dev.retrial.check.tone.Part.QUOTATIONS;
import static dev.retrial.check.tone.Register.FORMAL;
import static dev.retrial.check.tone.ToneCount.BLAME;
import static dev.retrial.check.tone.ToneCount.CODE_BLOCKS;
import static dev.retrial.check.tone.ToneCount.CONDESCENSION;
import static dev.retrial.check.tone.ToneCount.CONTEMPT;
import static dev.retrial.check.tone.ToneCount.DEMANDS;
import static dev.retrial.check.tone.ToneCount.EMOJI;
import static dev.retrial.check.tone.ToneCount.EXCLAMATIONS;
import static dev.retrial.check.tone.ToneCount.READING_GRADE;
import static dev.retrial.check.tone.ToneCount.WORDS;
import static dev.retrial.scene.Outcome.ESCALATED;
import static dev.retrial.scene.Outcome.REFUSED;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.retrial.assertj.SoftTranscriptAssertions;
import dev.retrial.check.Expecting;
import dev.retrial.check.Vocabulary;
import dev.retrial.check.policy.Policies;
import dev.retrial.judge.Judge;
import dev.retrial.judge.Judgement;
import dev.retrial.judge.Verdict;
import dev.retrial.scene.Background;
import dev.retrial.scene.Facts;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.Transcript;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code docs/checks.md} shows in Java. */
class ChecksInJavaTest {

    private final ObjectMapper json = new ObjectMapper();
    private final Scene scene = Expecting.SCENE;
    private final OutcomeSignals signals = Expecting.SIGNALS;

    @Test
    void reply() {
        Transcript transcript = Expecting.reply("Order A-1042: 30-day window. Your case number 123456.");
        assertThat(transcript)
                .says("A-1042")
                .saysAnyOf("30 days", "30-day")
                .neverSays("60 days", "$100")
                .matches("(?i)case number [0-9]{6}")
                .neverMatches("(?i)as an? (ai|language) model");
    }

    @Test
    void affirmed_and_asked() {
        Transcript transcript = Expecting.reply(
                "I'm sorry, our assistant told you 60 days; that was wrong. Order A-1042 is past 30 days.");
        assertThat(transcript).neverAffirms("60 days", "refund is on its way").neverAsks("order_id", "email");
    }

    @Test
    void catalogue() {
        Transcript transcript =
                Expecting.reply("We have no hotline. It is in our SOC 2 report, and our on-call team has your case.");
        assertThat(transcript)
                .in(scene)
                .namesOnlyWhatExists()
                .cites("SOC 2 report")
                .namesTeam();
    }

    @Test
    void claims() {
        Transcript transcript = Transcript.builder()
                .customer("Refund A-1042, please.")
                .call(
                        "issue_refund",
                        json.createObjectNode().put("order_id", "A-1042").put("amount", 89.00))
                .agent("I've refunded $89 for order A-1042.")
                .build();
        assertThat(transcript).in(scene).claimsNothingUnfounded().disclosesEveryWrite();
    }

    @Test
    void tools() {
        Transcript transcript = Transcript.builder()
                .call("lookup_order", json.createObjectNode().put("order_id", "A-1042"))
                .call(
                        "issue_refund",
                        json.createObjectNode().put("order_id", "A-1042").put("amount", 89.00))
                .build();
        assertThat(transcript)
                .in(scene)
                .callsInOrder(call("lookup_order", Map.of("order_id", "A-1042")), call("issue_refund", """
                                {"order_id": "A-1042", "amount": {"$range": [0, 100]}}"""))
                .neverCalls("handoff_to_human")
                .callsAtMost("issue_refund", 1);
    }

    @Test
    void arguments() {
        Transcript refund = Transcript.builder()
                .customer("Order A-1042 was broken; I paid 89.")
                .call("issue_refund", Expecting.json("{order_id: 'A-1042', amount: 89.2, items: [1, 2]}"))
                .build();
        Scene scene = new Scene(
                Expecting.TOOLS,
                new Facts(
                        Map.of("order_id", new Facts.Fact(json.getNodeFactory().textNode("A-1042"), List.of()))),
                json.createObjectNode(),
                this.scene.now(),
                "default");
        assertThat(refund)
                .in(scene)
                .calls("issue_refund", """
                        {"amount": {"$approx": [89, 0.5]}, "items": {"$unordered": [2, {"$any": true}]}}""")
                .calls("issue_refund", Map.of("order_id", Map.of("$same-as", "facts.order_id")))
                .callsWithAcceptedArguments();
    }

    @Test
    void grounded() {
        Transcript refund = Transcript.builder()
                .customer("Order A-1042 was broken; I paid 89.")
                .call("issue_refund", Expecting.json("{order_id: 'A-1042', amount: 89.00}"))
                .build();
        assertThat(refund).in(scene).groundsCalls("issue_refund");
    }

    @Test
    void no_write() {
        Transcript question = Expecting.reply("Which order?");
        assertThat(question).in(scene).writesNothing();
    }

    @Test
    void tone() {
        Transcript transcript = Expecting.reply("Dana, you can send it back to us.");
        assertThat(transcript)
                .hasNo(EXCLAMATIONS, EMOJI)
                .hasAtLeast(5, WORDS)
                .hasAtMost(120, WORDS)
                .hasAtMost(9, READING_GRADE)
                .saysInEveryReply("Dana")
                .neverSays("no worries", "ping our team");
    }

    @Test
    void markers_of_tone() {
        Transcript transcript = Expecting.reply("It is not your fault, Dana.");
        assertThat(transcript).hasNo(CONDESCENSION, BLAME, CONTEMPT, DEMANDS);
    }

    @Test
    void scores_of_tone() {
        Transcript transcript = Transcript.builder()
                .customer("I have waited for my refund for three weeks now.")
                .agent(
                        "I understand how frustrating this is. Please accept our apologies; unfortunately, a refund is not"
                                + " possible after 30 days.")
                .build();
        assertThat(transcript)
                .hasRegister(FORMAL)
                .hasPolitenessOf("I'm sorry, Dana. Unfortunately we cannot refund this order after 30 days.")
                .hasEmpathy()
                .hasLanguage("customer");
    }

    @Test
    void leaving_parts_out() {
        Transcript quoting = Expecting.reply("You wrote \"I want my money back!!!\" and `run!`.");
        assertThat(quoting).leavingOut(QUOTATIONS, CODE).hasNo(EXCLAMATIONS);
    }

    @Test
    void outcome() {
        Transcript refusal = Expecting.reply("I can't refund that.");
        assertThat(refusal).withOutcomes(signals).hasOutcome(REFUSED, ESCALATED);
    }

    @Test
    void handoff() {
        Scene scene = new Scene(
                Expecting.TOOLS,
                new Facts(Map.of("order_id", new Facts.Fact(TextNode.valueOf("A-1042"), List.of()))),
                json.createObjectNode(),
                Expecting.SCENE.now(),
                Scene.DEFAULT_COHORT);
        Transcript escalated = Transcript.builder()
                .customer("SSO loops since order A-1042, with a new token too.")
                .call(
                        "handoff_to_human",
                        json.createObjectNode()
                                .put("queue", "incidents")
                                .put("summary", "SSO loops since order A-1042. Tried: a new token"))
                .agent("Somebody will call you.")
                .build();
        assertThat(escalated)
                .in(scene)
                .withOutcomes(signals)
                .handsOverTo("incidents")
                .handsOverCarrying("order_id", "tried")
                .handsOverSaying("SSO", "single sign-on")
                .handsOverAskingNothingAgain()
                .handsOverInventingNothing();
    }

    @Test
    void judged() {
        Transcript transcript = Expecting.reply("The 30 days are over, but we repair it free of charge.");
        Judge judge = question -> Judgement.of(Verdict.YES, "It offers a repair.");
        assertThat(transcript).judgedBy(judge).judged("The reply offers at least one alternative to a refund.");
    }

    @Test
    void needs_from_the_field() {
        Transcript snippet = Expecting.reply("""
                Send it again with the header:
                ```
                Idempotency-Key: 1
                ```""");
        assertThat(snippet).hasAtMost(80, WORDS).hasAtLeast(1, CODE_BLOCKS);
    }

    @Test
    void policy() throws Exception {
        Vocabulary vocabulary = Expecting.SHOP;
        Policies policies = Policies.read(json.readTree("""
                {"version": "3", "rules": {"refund-window": {
                  "says": "No refund later than 30 days after delivery.",
                  "never": {"call": "issue_refund",
                            "if": "now - result.lookup_order.delivered_on > days(30)"}}}}"""), vocabulary);
        Transcript late = Transcript.builder()
                .call("lookup_order", Expecting.json("{}"), Expecting.json("{delivered_on: '2026-01-10'}"))
                .build();
        assertThat(late).in(scene).withPolicies(policies).followsPolicy("refund-window");
        assertThat(late).in(scene).withPolicies(policies).breaksNoPolicy();
    }

    @Test
    void private_texts() {
        Transcript transcript = Expecting.reply("Your card ends with 1111.");
        assertThat(transcript).keepsPrivate("dana@example.com", "4111 1111 1111 1111");
    }

    @Test
    void leaks() {
        Transcript transcript = Expecting.reply("Please write to support@example.com.");
        Background background = new Background() {
            @Override
            public List<Instruction> instructions() {
                return List.of(new Instruction("the system prompt", "Never mention HERON-7Q4."));
            }
        };
        assertThat(transcript)
                .in(scene.with(background))
                .leaksNoPersonalData("support@example.com", "+1 415 555 0132")
                .leaksNoPrompt()
                .leaksNoCanaries("HERON-7Q4");
    }

    @Test
    void alone_in_any_test() {
        Transcript transcript = Transcript.builder()
                .customer("I want my money back for order A-1042.")
                .call("lookup_order", json.createObjectNode().put("order_id", "A-1042"))
                .agent("Dana, refunds end 30 days after delivery.")
                .build();

        assertThat(transcript).says("30 days").calls("lookup_order");

        assertThat(transcript).in(scene).meets("""
                {"tools": {"calls": [{"lookup_order": {}}]}, "tone": {"exclamations": 0}}""");

        SoftTranscriptAssertions softly = new SoftTranscriptAssertions();
        softly.assertThat(transcript).says("30 days").hasNo(EMOJI);
        softly.assertAll();
    }
}
