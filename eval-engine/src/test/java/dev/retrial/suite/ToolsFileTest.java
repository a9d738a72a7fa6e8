package dev.retrial.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.scene.Effect;
import dev.retrial.scene.Tool;
import dev.retrial.suite.WorldSpec.WorldAnswer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolsFileTest {

    @TempDir
    Path directory;

    @Test
    void a_tool_is_read() {
        Tool tool = tools("""
                        tools:
                          issue_refund:
                            description: Refunds an order
                            effect: write
                            parameters: {type: object, properties: {amount: {type: number}}}
                            claims: [refunded, issued a refund]
                        """).sound().tools().find("issue_refund");

        assertThat(tool.description()).isEqualTo("Refunds an order");
        assertThat(tool.effect()).isEqualTo(Effect.WRITE);
        assertThat(tool.parameters())
                .hasToString("{\"type\":\"object\",\"properties\":{\"amount\":{\"type\":\"number\"}}}");
        assertThat(tool.claims()).containsExactly("refunded", "issued a refund");
    }

    @Test
    void a_tool_reads_where_nothing_is_said() {
        assertThat(tools("tools: {lookup: {}}").sound().tools().effectOf("lookup"))
                .isEqualTo(Effect.READ);
    }

    @Test
    void defaults_and_what_is_ignored_are_read() {
        Tool tool = tools("tools: {refund: {defaults: {currency: EUR, copies: 1}, ignore: [trace_id, \"*_hint\"]}}")
                .sound()
                .tools()
                .find("refund");

        assertThat(tool.defaults()).hasToString("{\"currency\":\"EUR\",\"copies\":1}");
        assertThat(List.of("trace_id", "ui_hint", "_hint", "hint", "trace_id2"))
                .filteredOn(tool::ignores)
                .containsExactly("trace_id", "ui_hint", "_hint");
    }

    @Test
    void default_answers_come_after_the_case_s_own() {
        SuiteFiles files = tools("tools: {lookup: {world: [{fails: default}]}}")
                .file("cases/a.yaml", "title: a\nworld: {lookup: [{returns: 1}]}\n" + SuiteFiles.REST)
                .file("cases/b.yaml", "title: b\n" + SuiteFiles.REST);

        List<WorldAnswer> own = files.evalCase("a").world().answers().get("lookup");
        assertThat(own).extracting(WorldAnswer::fails).containsExactly(null, "default");
        assertThat(files.evalCase("b").world().answers().get("lookup")).hasSize(1);
        assertThat(files.evalCase("b").ownWorld()).isFalse();
    }

    @Test
    void a_failed_call_is_known_by_a_pattern() {
        EvalCase read = tools("failed-when: ^Error\ntools: {lookup: {}}")
                .file("cases/a.yaml", "title: a\n" + SuiteFiles.REST)
                .evalCase("a");

        assertThat(read.world().failedWhen().pattern()).isEqualTo("^Error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failed-when: (|tools.yaml:1:14: this is not an RE2 pattern: missing closing )",
                "tools: {a: {effect: writes}}|tools.yaml:1:21: unknown value for 'effect': 'writes'; did you mean 'write'?",
                "tools: {a: {parameter: {}}}|tools.yaml:1:13: unknown key 'parameter'; did you mean 'parameters'?",
                "tools: {a: {world: [{}]}}|tools.yaml:1:21: an answer needs 'returns' or 'fails'",
                "tools: {a: {world: [{after: b, fails: x}]}}|tools.yaml:1:29: tools.yaml has no tool 'b'; known: a",
                "tools: {a: {world: []}}|tools.yaml:1:20: the list 'world' is empty: give it an item or leave it out",
                "tools: {a: {defaults: {x: 1}, ignore: [x]}}|tools.yaml:1:27: 'x' is ignored, so it needs no default: remove one of the two",
                "tools: {a: {parameters: {properties: {x: {type: string}}}, defaults: {x: 1}}}|tools.yaml:1:74: the tool's schema wants string here, this is a number: quote it",
                "tools: {a: {world: [{when: {x: {$same-as: facts.x}}, fails: x}]}}|tools.yaml:1:22: a world does not know facts, context and results: write the value instead of '$same-as'",
                "a: {}|tools.yaml:1:1: unknown key 'a'; known: failed-when, tools",
            })
    void a_mistake_is_located(String yaml, String problem) {
        assertThat(tools(yaml).problems()).contains(problem);
    }

    private SuiteFiles tools(String yaml) {
        return SuiteFiles.in(directory).file("tools.yaml", yaml);
    }
}
