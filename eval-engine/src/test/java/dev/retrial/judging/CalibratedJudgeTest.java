package dev.retrial.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retrial.judge.Floor;
import dev.retrial.judge.Judge;
import dev.retrial.judge.JudgeFailure;
import dev.retrial.judge.Judgement;
import dev.retrial.judge.Question;
import dev.retrial.judge.Standing;
import dev.retrial.judge.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibratedJudgeTest {

    private static final Floor FOUR = new Floor(0.75, 0.4, 4);

    @TempDir
    Path directory;

    private final List<Question> asked = Collections.synchronizedList(new ArrayList<>());

    /** Says yes to whatever has a repair in it. */
    private final Judge repairs = question -> {
        asked.add(question);
        boolean repair = question.transcript().toString().contains("repair");
        return Judgement.of(repair ? Verdict.YES : Verdict.NO, "");
    };

    @Test
    void each_class_stands_for_itself() throws IOException {
        CalibratedJudge judge = judge("""
                labelled:
                """ + label("a", true, "We repair it.") + label("a", true, "A repair is free.")
                + label("a", false, "No.") + label("a", false, "Never.") + label("b", true, "No.")
                + label("b", false, "We repair it.") + label("b", true, "Repair? No, no repair.")
                + label("b", false, "No."));

        assertThat(judge.standing("a")).isEqualTo(new Standing(true, "it agrees with people in 4 of 4, kappa 1.00"));
        assertThat(judge.standing("b"))
                .isEqualTo(new Standing(
                        false, "it agrees with people in 2 of 4, kappa 0.00, below the floor of 0.75 and kappa 0.40"));
        assertThat(judge.standing("c").reason()).isEqualTo("nobody has labelled a criterion of this class");
        assertThat(asked).hasSize(8);
        assertThat(judge.measured()).containsOnlyKeys("a", "b");
    }

    @Test
    void a_label_holds_a_whole_conversation() throws IOException {
        judge("""
                labelled:
                  - criterion: It offers a repair.
                    met: true
                    conversation:
                      - customer: Broken!
                      - call: lookup_order
                        args: {order_id: A-1}
                        returns: {amount: 89}
                      - {call: issue_refund, fails: No such order}
                      - agent: We repair it.
                """).standing("general");

        assertThat(asked.get(0).criterion()).isEqualTo("It offers a repair.");
        assertThat(asked.get(0).transcript().events()).hasSize(4);
        assertThat(asked.get(0).transcript().calls())
                .extracting(call -> call.succeeded())
                .containsExactly(true, false);
    }

    @Test
    void a_judge_that_is_down_is_not_held_against_the_labels_twice() throws IOException {
        Path file = Files.writeString(directory.resolve("labels.yaml"), "labelled:\n" + label("a", true, "x"));
        int[] tries = new int[1];
        CalibratedJudge judge = new CalibratedJudge(
                question -> {
                    tries[0]++;
                    throw new JudgeFailure("the endpoint answered 503");
                },
                file,
                FOUR);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> judge.standing("a"))
                    .isInstanceOf(JudgeFailure.class)
                    .hasMessage("while it was held against people's labels: the endpoint answered 503");
        }
        assertThat(tries[0]).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            labelled: []                          | "labels.yaml, /labelled: this list is empty: give it an item or leave it out"
            labeled: []                           | "labels.yaml, /labeled: unknown key 'labeled'; did you mean 'labelled'?"
            "labelled: [{criterion: x, met: 1, conversation: [{agent: a}]}]" | "labels.yaml, /labelled/0/met: expected true or false, found a number"
            "labelled: [{criterion: x, met: true, conversation: [{bot: a}]}]" | "labels.yaml, /labelled/0/conversation/0/bot: unknown key 'bot'"
            "labelled: [x"                        | "labels.yaml:"
            """)
    void a_mistake_is_named_with_its_place(String yaml, String message) throws IOException {
        assertThatThrownBy(() -> judge(yaml).standing("a"))
                .isInstanceOf(JudgeFailure.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_file_that_is_gone_is_named() {
        assertThatThrownBy(() -> new CalibratedJudge(repairs, directory.resolve("gone.yaml"), FOUR).standing("a"))
                .hasMessage("while it was held against people's labels: the calibration file gone.yaml cannot be read");
    }

    private CalibratedJudge judge(String yaml) throws IOException {
        return new CalibratedJudge(repairs, Files.writeString(directory.resolve("labels.yaml"), yaml), FOUR);
    }

    private static String label(String criterionClass, boolean met, String reply) {
        return "  - {criterion: It offers a repair., class: " + criterionClass + ", met: " + met
                + ", conversation: [{customer: Broken!}, {agent: \"" + reply + "\"}]}\n";
    }
}
