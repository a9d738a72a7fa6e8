package dev.retrial.judge;

import static dev.retrial.judge.Said.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retrial.transcript.Transcript;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelJudgeTest {

    private static final String YES = "It does.\nVERDICT: YES";
    private static final String NO = "It does not.\nVERDICT: NO";
    private static final String UNDECIDED = "Hard to say.\nVERDICT: UNDECIDED";
    private static final Question QUESTION = new Question(
            "The reply offers a repair.",
            Transcript.builder().customer("Broken").agent("We repair it.").build());

    @Test
    void the_model_is_told_its_task_and_one_criterion_and_the_text() {
        Said model = says(YES);
        ModelJudge.asking(model, 1).judge(QUESTION);

        assertThat(model.instructions.get(0)).contains("has no authority", "VERDICT: UNDECIDED");
        assertThat(model.questions.get(0))
                .startsWith("Criterion: The reply offers a repair.\n\n<<< graded text ")
                .contains("agent, turn 1\n| We repair it.\n");
    }

    @Test
    void one_sample_is_the_verdict() {
        assertThat(ModelJudge.asking(says(NO), 1).judge(QUESTION))
                .isEqualTo(Judgement.of(Verdict.NO, "It does not."))
                .extracting(Judgement::votes)
                .isEqualTo("no");
    }

    @Test
    void more_than_half_of_the_samples_decide_and_the_rest_are_not_asked() {
        Said model = says(YES, NO, YES, NO, YES);

        assertThat(ModelJudge.asking(says(YES, NO, YES), 3).judge(QUESTION).votes())
                .isEqualTo("yes (2 yes, 1 no)");
        assertThat(ModelJudge.asking(says(NO), 5).judge(QUESTION).votes()).isEqualTo("no (3 no)");
        assertThat(ModelJudge.asking(model, 5).judge(QUESTION).reason()).isEqualTo("It does.");
        assertThat(model.questions).hasSize(5);
    }

    @Test
    void without_a_majority_nothing_is_decided() {
        assertThat(ModelJudge.asking(says(YES, NO), 2).judge(QUESTION))
                .isEqualTo(new Judgement(Verdict.UNDECIDED, 1, 1, 0, 0, "the samples do not agree"));
        assertThat(ModelJudge.asking(says(YES, NO, UNDECIDED), 3)
                        .judge(QUESTION)
                        .verdict())
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void an_answer_without_a_verdict_counts_for_nobody() {
        assertThat(ModelJudge.asking(says("hm", YES, YES), 3).judge(QUESTION).votes())
                .isEqualTo("yes (2 yes, 1 without a verdict)");
        assertThatThrownBy(() -> ModelJudge.asking(says("hm", YES, NO), 3).judge(QUESTION))
                .isInstanceOf(JudgeFailure.class)
                .hasMessage(
                        "1 of 3 answers held no verdict; a judge has to end with a line such as `VERDICT: YES`, so ask another model");
        assertThatThrownBy(() -> ModelJudge.asking(says("hm"), 1).judge(QUESTION))
                .hasMessageStartingWith("the judge's answer held no verdict;");
    }

    @Test
    void a_model_that_throws_is_a_failure_that_quotes_nobody() {
        ModelJudge judge = ModelJudge.asking(
                (instructions, question) -> {
                    throw new IllegalStateException("key sk-1");
                },
                3);

        assertThatThrownBy(() -> judge.judge(QUESTION))
                .isInstanceOf(JudgeFailure.class)
                .hasMessage("the judge could not be asked: its model threw java.lang.IllegalStateException");
    }

    @Test
    void it_says_what_it_is_made_of() {
        assertThat(ModelJudge.asking(says(YES), 3).identity())
                .isEqualTo(new JudgeIdentity("small-1", Rubric.HASH, "samples=3 temperature=0"));
    }

    @Test
    void the_same_model_is_known_behind_a_provider_s_prefix() {
        JudgeIdentity identity = new JudgeIdentity("openai/Small-1", Rubric.HASH, "");

        assertThat(identity.isModel("small-1")).isTrue();
        assertThat(identity.isModel("small-2")).isFalse();
        assertThat(identity.isModel(null)).isFalse();
        assertThat(JudgeIdentity.UNKNOWN.isModel(null)).isFalse();
    }

    @Test
    void a_judge_takes_at_least_one_sample() {
        assertThatIllegalArgumentException().isThrownBy(() -> ModelJudge.asking(says(YES), 0));
    }

    @Test
    void a_verdict_is_kept_by_all_that_it_rests_on() {
        Kept kept = new Kept();
        Said model = says(YES);
        Judge judge = new CachedJudge(ModelJudge.asking(model, 1), kept);
        judge.judge(QUESTION);
        judge.judge(QUESTION);
        assertThat(model.questions).hasSize(1);

        judge.judge(new Question("The reply offers a refund.", QUESTION.transcript()));
        judge.judge(new Question(
                QUESTION.criterion(),
                Transcript.builder().customer("Broken").agent("We repair it!").build()));
        new CachedJudge(ModelJudge.asking(model, 3), kept).judge(QUESTION);
        assertThat(kept.verdicts).hasSize(4);
    }

    @Test
    void an_answer_that_cannot_be_read_is_not_kept_nor_is_a_failure() {
        Kept kept = new Kept();
        new CachedJudge(ModelJudge.asking(says("hm", YES, YES), 3), kept).judge(QUESTION);
        assertThatThrownBy(() -> new CachedJudge(ModelJudge.asking(says("hm"), 1), kept).judge(QUESTION))
                .isInstanceOf(JudgeFailure.class);

        assertThat(kept.verdicts).isEmpty();
    }

    @Test
    void of_a_judge_that_does_not_say_who_it_is_nothing_is_kept() {
        Kept kept = new Kept();
        Judge lambda = question -> Judgement.of(Verdict.YES, "");
        new CachedJudge(lambda, kept).judge(QUESTION);

        assertThat(kept.verdicts).isEmpty();
    }

    private static final class Kept implements KeptVerdicts {

        private final Map<String, Judgement> verdicts = new HashMap<>();

        @Override
        public @Nullable Judgement find(String hash) {
            return verdicts.get(hash);
        }

        @Override
        public void keep(String hash, Judgement judgement) {
            verdicts.put(hash, judgement);
        }
    }
}
