package dev.retrial.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.retrial.suite.WorldSpec.WorldAnswer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldFileTest {

    @TempDir
    Path directory;

    @Test
    void answers_are_read_in_order() {
        List<WorldAnswer> answers = world("""
                        world:
                          lookup_order:
                            - when: {order_id: A-1042}
                              times: 2
                              returns: {order_id: A-1042, delivered_on: 2026-01-10, amount: 89.00}
                            - fails: No such order
                        """).evalCase("a").world().answers().get("lookup_order");

        assertThat(answers).hasSize(2);
        assertThat(answers.get(0).returns())
                .hasToString("{\"order_id\":\"A-1042\",\"delivered_on\":\"2026-01-10\",\"amount\":89.00}");
        assertThat(answers.get(0).times()).isEqualTo(2);
        assertThat(answers.get(0).fails()).isNull();
        assertThat(answers.get(1).fails()).isEqualTo("No such order");
        assertThat(answers.get(1).returns()).isNull();
    }

    @Test
    void when_holds_matchers() {
        WorldAnswer answer = answer("world: {lookup: [{when: {id: {$regex: \"A-[0-9]+\"}}, returns: null}]}");

        assertThat(answer.when().matches(JsonNodeFactory.instance.objectNode().put("id", "A-1")))
                .isTrue();
        assertThat(answer.when().matches(JsonNodeFactory.instance.objectNode().put("id", "B-1")))
                .isFalse();
        assertThat(answer.returns().isNull()).isTrue();
    }

    @Test
    void an_answer_may_come_only_after_another_call() {
        assertThat(answer("world: {lookup: [{after: cancel, returns: gone}]}").after())
                .isEqualTo(new WorldSpec.PriorCall("cancel", null));
        WorldSpec.PriorCall prior = answer("world: {lookup: [{after: {cancel: {id: 1}}, returns: gone}]}")
                .after();
        assertThat(prior.tool()).isEqualTo("cancel");
        assertThat(prior.arguments().describe()).isEqualTo("{\"id\":1}");
    }

    @Test
    void an_answer_is_kept_as_written() {
        assertThat(answer("world: {lookup: [{when: {id: 1}, returns: gone}]}").written())
                .hasToString("{\"when\":{\"id\":1},\"returns\":\"gone\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "world: {lookup: [{returns: 1, fails: x}]}|cases/a.yaml:2:18: an answer either 'returns' or 'fails'",
                "world: {lookup: [{when: {a: 1}}]}|cases/a.yaml:2:18: an answer needs 'returns' or 'fails'",
                "world: {lookup: {returns: 1}}|cases/a.yaml:2:17: expected a list for 'lookup', found a map",
                "world: {lookup: [{when: {a: {$rgex: x}}, fails: x}]}|cases/a.yaml:2:37: unknown matcher '$rgex'; did you mean '$regex'?",
                "world: {lookup: [{returns: 1, times: 0}]}|cases/a.yaml:2:38: 'times' must be at least 1",
                "world: {lookup: [{return: 1}]}|cases/a.yaml:2:19: unknown key 'return'; did you mean 'returns'?",
            })
    void a_mistake_is_located(String yaml, String problem) {
        assertThat(world(yaml).problems()).contains(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "world: {lokup: [{returns: 1}]}|cases/a.yaml:2:9: tools.yaml has no tool 'lokup'; did you mean 'lookup'?",
                "world: {lookup: [{after: cancel, returns: 1}]}|cases/a.yaml:2:26: tools.yaml has no tool 'cancel'; known: lookup",
                "world: {lookup: [{when: {id: 1042}, returns: 1}]}|cases/a.yaml:2:30: the tool's schema wants string here, this is a number: quote it",
                "world: {lookup: [{when: {ids: x}, returns: 1}]}|cases/a.yaml:2:31: the tool has no argument 'ids'; did you mean 'id'?",
            })
    void a_world_is_held_against_the_tools(String yaml, String problem) {
        assertThat(world(yaml)
                        .file(
                                "tools.yaml",
                                "tools: {lookup: {parameters: {type: object, properties: {id: {type: string}}}}}")
                        .problems())
                .containsExactly(problem);
    }

    private WorldAnswer answer(String yaml) {
        return world(yaml).evalCase("a").world().answers().get("lookup").get(0);
    }

    private SuiteFiles world(String yaml) {
        return SuiteFiles.in(directory)
                .file("cases/a.yaml", "title: a\n" + yaml + (yaml.endsWith("\n") ? "" : "\n") + SuiteFiles.REST);
    }
}
