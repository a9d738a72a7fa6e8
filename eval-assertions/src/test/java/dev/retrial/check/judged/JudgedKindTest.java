package dev.retrial.check.judged;

import static dev.retrial.assertj.RetrialAssertions.assertThat;
import static dev.retrial.check.Expecting.SCENE;
import static dev.retrial.check.Expecting.checks;
import static dev.retrial.check.Expecting.refusal;
import static dev.retrial.check.Expecting.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Errored;
import dev.retrial.check.Failed;
import dev.retrial.check.Passed;
import dev.retrial.check.Severity;
import dev.retrial.judge.Judge;
import dev.retrial.judge.JudgeFailure;
import dev.retrial.judge.Judgement;
import dev.retrial.judge.Question;
import dev.retrial.judge.Standing;
import dev.retrial.judge.Verdict;
import dev.retrial.scene.Background;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.Transcript;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgedKindTest {

    private static final String OFFERS = "The reply offers an alternative.";
    private static final Transcript REPLY = reply("We repair it free of charge.");
    private static final Judge YES = question -> Judgement.of(Verdict.YES, "It offers a repair.");
    private static final Judge NO = question -> new Judgement(Verdict.NO, 1, 2, 0, 0, "It offers nothing.");

    @Test
    void each_criterion_is_a_check_of_its_own() {
        assertThat(checks("{judged: ['" + OFFERS + "', {criterion: 'It is kind.', class: 'tone'}, {criterion: 'x'}]}"))
                .containsExactly(
                        new Judged(OFFERS, "general", null),
                        new Judged("It is kind.", "tone", null),
                        new Judged("x", "general", null));
    }

    @Test
    void a_yes_passes_and_leaves_the_reason() {
        assertThat(judged(YES, REPLY)).isEqualTo(new Passed(List.of(), "yes: It offers a repair."));
    }

    @Test
    void a_no_fails_with_votes_and_reason() {
        assertThat(judged(NO, REPLY))
                .isEqualTo(new Failed(OFFERS, "no (1 yes, 2 no): It offers nothing.", 1, List.of(), null));
    }

    @Test
    void a_no_about_several_turns_names_none_of_them() {
        Transcript two = Transcript.builder()
                .customer("a")
                .agent("b")
                .customer("c")
                .agent("d")
                .build();

        assertThat(((Failed) judged(NO, two)).turn()).isNull();
    }

    @Test
    void undecided_is_an_error() {
        assertThat(judged(question -> Judgement.of(Verdict.UNDECIDED, "It does not say."), REPLY))
                .isEqualTo(
                        new Errored(
                                OFFERS
                                        + ": the judge is undecided: It does not say.; ask for one thing that the conversation shows, or take more samples"));
    }

    @Test
    void a_judge_that_is_down_is_an_error_and_never_a_verdict() {
        Judge down = question -> {
            throw new JudgeFailure("the model's endpoint answered 503");
        };

        assertThat(judged(down, REPLY)).isEqualTo(new Errored(OFFERS + ": the model's endpoint answered 503"));
    }

    @Test
    void a_judge_that_breaks_is_an_error_that_quotes_nobody() {
        Judge broken = question -> {
            throw new IllegalArgumentException("dana@example.com");
        };

        assertThat(judged(broken, REPLY))
                .isEqualTo(new Errored(OFFERS + ": the judge broke with java.lang.IllegalArgumentException"));
    }

    @Test
    void without_a_judge_it_is_an_error_that_says_where_to_name_one() {
        assertThat(Judged.of(OFFERS).evaluate(REPLY, SCENE))
                .isEqualTo(new Errored(
                        OFFERS + ": there is no judge; add `judge` to suite.yaml, or say judgedBy(judge) in Java"));
    }

    @Test
    void an_agent_that_did_nothing_fails_without_a_judge() {
        assertThat(judged(YES, Transcript.builder().customer("Hello?").build()))
                .isEqualTo(Failed.of(OFFERS, "the agent said and did nothing"));
    }

    @Test
    void the_judge_sees_what_is_in_scope() {
        List<Question> asked = new ArrayList<>();
        Transcript two = Transcript.builder()
                .customer("a")
                .agent("b")
                .customer("c")
                .agent("d")
                .build();
        judged(
                question -> {
                    asked.add(question);
                    return Judgement.of(Verdict.YES, "");
                },
                two.turn(2));

        assertThat(asked).containsExactly(new Question(OFFERS, two.turn(2)));
    }

    @Test
    void where_the_judge_does_not_agree_with_people_it_is_advisory_and_says_so() {
        Scene scene = scene(new Judge() {
            @Override
            public Judgement judge(Question question) {
                return NO.judge(question);
            }

            @Override
            public Standing standing(String criterionClass) {
                return new Standing(criterionClass.equals("tone"), "kappa 0.20");
            }
        });
        Check general = Judged.of(OFFERS).weighedIn(scene);

        assertThat(general.severity()).isEqualTo(Severity.ADVISORY);
        assertThat(((Failed) general.evaluate(REPLY, scene)).was())
                .endsWith("It offers nothing.\nthe judge is only advisory in the class general: kappa 0.20");
        assertThat(new Judged(OFFERS, "tone", null).weighedIn(scene).severity()).isEqualTo(Severity.MAJOR);
    }

    @Test
    void a_judge_that_cannot_be_measured_is_an_error() {
        Scene scene = scene(new Judge() {
            @Override
            public Judgement judge(Question question) {
                return YES.judge(question);
            }

            @Override
            public Standing standing(String criterionClass) {
                throw new JudgeFailure("the calibration file is gone");
            }
        });

        assertThat(Judged.of(OFFERS).weighedIn(scene).evaluate(REPLY, scene))
                .isEqualTo(new Errored(OFFERS + ": the calibration file is gone"));
    }

    @Test
    void in_Java_it_says_the_same() {
        assertThat(REPLY).judgedBy(YES).judged(OFFERS);
        assertThatThrownBy(() -> assertThat(REPLY).judgedBy(NO).judged(OFFERS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("check     judged\nexpected  " + OFFERS
                        + "\nwas       no (1 yes, 2 no): It offers nothing.\nturn      1");
    }

    @Test
    void in_Java_too_it_is_not_asked_once_another_check_has_failed() {
        List<Question> asked = new ArrayList<>();
        Judge counting = question -> {
            asked.add(question);
            return Judgement.of(Verdict.YES, "");
        };
        String expect = "{\"judged\": [\"" + OFFERS + "\"], \"reply\": {\"says\": [\"refund\"]}}";

        assertThatThrownBy(() -> assertThat(REPLY).judgedBy(counting).meets(expect))
                .hasMessageContaining("1 of 1 check failed")
                .hasMessageContaining("reply.says")
                .message()
                .doesNotContain(OFFERS);
        assertThat(asked).isEmpty();
    }

    @Test
    void a_background_with_a_judge_hands_on_everything_else() {
        Background judged = SCENE.background().judgedBy(YES);

        assertThat(Arrays.stream(Background.class.getDeclaredMethods())
                        .filter(method -> !method.isSynthetic())
                        .map(Method::getName))
                .allSatisfy(name -> assertThat(judged.getClass().getDeclaredMethods())
                        .extracting(Method::getName)
                        .contains(name));
        assertThat(judged.judge()).isSameAs(YES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            []                         | /judged: this list is empty: give it an item or leave it out
            'x'                        | /judged: expected a list, found text
            [5]                        | /judged/0: expected text or {criterion: …, class: …}, found a number
            [' ']                      | /judged/0: this text is empty
            [{class: 'tone'}]          | /judged/0: the key 'criterion' is missing
            [{criteria: 'x'}]          | "/judged/0/criteria: unknown key 'criteria'; did you mean 'criterion'?"
            """)
    void refuses(String spec, String refusal) {
        assertThat(refusal("{judged: " + spec + "}")).isEqualTo(refusal);
    }

    private static CheckResult judged(Judge judge, Transcript transcript) {
        return Judged.of(OFFERS).evaluate(transcript, scene(judge));
    }

    private static Scene scene(Judge judge) {
        return SCENE.with(SCENE.background().judgedBy(judge));
    }
}
