package dev.retrial.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.suite.ReferenceAnswer.ReferenceTurn;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceAnswersTest {

    @TempDir
    Path directory;

    @Test
    void the_short_form_is_one_last_turn() {
        ReferenceAnswer observed = evalCase("""
                        observed:
                          - calls:
                              - issue_refund: {order_id: A-1042, amount: 89}
                            reply: Done!
                        """).observed().get(0);

        assertThat(observed.line()).isEqualTo(3);
        assertThat(observed.cohort()).isNull();
        assertThat(observed.turns()).hasSize(1);
        assertThat(observed.turns().get(0).reply()).isEqualTo("Done!");
        assertThat(observed.turns().get(0).calls().get(0).tool()).isEqualTo("issue_refund");
        assertThat(observed.turns().get(0).calls().get(0).arguments())
                .hasToString("{\"order_id\":\"A-1042\",\"amount\":89}");
    }

    @Test
    void the_long_form_has_several_turns() {
        ReferenceAnswer observed = evalCase("observed: [{turns: [{reply: a}, {calls: [], reply: b}]}]\n")
                .observed()
                .get(0);

        assertThat(observed.turns())
                .containsExactly(new ReferenceTurn(null, "a"), new ReferenceTurn(java.util.List.of(), "b"));
    }

    @Test
    void calls_that_are_left_out_are_not_known() {
        assertThat(evalCase("accepted: [{reply: a}]\n")
                        .accepted()
                        .get(0)
                        .turns()
                        .get(0)
                        .calls())
                .isNull();
    }

    @Test
    void calls_that_are_empty_are_known_to_be_none() {
        assertThat(evalCase("accepted: [{calls: [], reply: a}]\n")
                        .accepted()
                        .get(0)
                        .turns()
                        .get(0)
                        .calls())
                .isEmpty();
    }

    @Test
    void an_observed_answer_names_the_kinds_that_it_fails() {
        assertThat(evalCase("observed: [{reply: a, fails: [tools, greeting]}]\n")
                        .observed()
                        .get(0)
                        .fails())
                .containsExactly("tools", "greeting");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "observed: [{reply: a, fails: [tool]}]|cases/a.yaml:2:31: unknown kind of check 'tool'; did you mean 'tools'?",
                "observed: [{reply: a, cohort: vip}]|cases/a.yaml:2:31: this case has no cohort 'vip'; known: default",
                "observed: [{cohort: default}]|cases/a.yaml:2:12: 'reply', 'calls' or 'turns' is missing",
                "observed: [{reply: a, turns: [{reply: b}]}]|cases/a.yaml:2:12: 'turns' has 'calls' and 'reply' in it: they cannot stand beside it",
                "observed: [{turns: [{reply: a}, {reply: b}, {reply: c}]}]|cases/a.yaml:2:20: there are 3 turns here, but the customer speaks only 2 times",
                "observed: []|cases/a.yaml:2:11: the list 'observed' is empty: give it an item or leave it out",
                "observed: {reply: a}|cases/a.yaml:2:11: expected a list for 'observed', found a map",
                "accepted: [{reply: a, fails: [tools]}]|cases/a.yaml:2:23: unknown key 'fails'; known: cohort, calls, reply, turns",
                "observed: [{calls: [{a: {}, b: {}}]}]|cases/a.yaml:2:21: this map takes one key: begin a new item for the next",
                "observed: [{calls: [a]}]|cases/a.yaml:2:21: expected a map for an item of 'calls', found text",
                "observed: [{calls: [{a: {id: 007}}]}]|cases/a.yaml:2:30: YAML may read this as a number: quote it",
            })
    void a_mistake_is_located(String yaml, String problem) {
        assertThat(files(yaml + "\n").problems()).containsExactly(problem);
    }

    private EvalCase evalCase(String yaml) {
        return files(yaml).evalCase("a");
    }

    private SuiteFiles files(String yaml) {
        return SuiteFiles.in(directory)
                .file(
                        "cases/a.yaml",
                        "title: a\n" + yaml
                                + "conversation: [{customer: Hi}, {customer: Well}]\nexpect: {greeting: {at-most: 1}}\n");
    }
}
