package dev.retrial.tickets.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.agent.AgentTypes;
import dev.retrial.suite.BrokenFile;
import dev.retrial.suite.CaseFile;
import dev.retrial.suite.CaseTexts;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.JudgeSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseYamlTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Path SUITE = suite();
    private static final CaseTexts READER = reader();

    @AfterContainer
    static void remove() throws IOException {
        Files.deleteIfExists(SUITE.resolve("suite.yaml"));
        Files.deleteIfExists(SUITE);
    }

    @Test
    void text_of_several_lines_is_a_block() {
        assertThat(CaseYaml.write(JSON.objectNode().put("customer", "Hello,\n\n  my order # 5: late\nBye")))
                .isEqualTo("""
                        customer: |-
                          Hello,

                            my order # 5: late
                          Bye
                        """);
    }

    @Test
    void a_long_line_is_folded_at_single_spaces() {
        String text = "word ".repeat(30) + " two";

        assertThat(CaseYaml.write(JSON.objectNode().put("why", text)).lines())
                .startsWith("why: >-")
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(103));
        assertThat(readBack(text).title()).isEqualTo(text);
    }

    @Test
    void plain_words_have_no_quotes() {
        assertThat(CaseYaml.write(JSON.objectNode().put("title", "Refund of A-1042, please")))
                .isEqualTo("title: Refund of A-1042, please\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "Yes",
                "0042",
                "1_000",
                "2026-03-02",
                "~",
                "null",
                "12:30",
                "<<",
                "=",
                ".inf",
                "a: b",
                "a #b",
                "#b",
                "- a",
                "? a",
                "!!java.lang.Object x",
                "&anchor a",
                "*alias",
                "[a, b]",
                "{a: b}",
                "a:",
                "%TAG ! x",
                "---",
                "...",
                "@x",
                "`x",
                "| x",
                "> x",
                "\"quoted\"",
                "'quoted'",
                " leading",
                "trailing ",
                "\t",
                "${HOME}",
                "${AGENT_TOKEN:-x}",
                "${message}",
                "\u202Eabc",
                "\u0000",
                "\u0007bell",
                "\uFEFFmark",
                "a\u2028b",
                "a\u0085b",
                "\uD800",
                "a\r\nb",
                "\r",
                "a\n\n\n",
                "\n\na",
                "  a\nb",
                "a\n \nb",
                "a\n\tb",
                "a\n---\nb",
                "a\n...\nb",
                "a\n# comment\nstatus: active",
                "x\nexpect:\n  tools: none\n",
                "\uD83D\uDE0A\uD83D\uDC69\u200D\uD83D\uDCBB",
                "\uDB40\uDC41hidden",
                "é à ü ß — „Zitat“",
            })
    void every_text_reads_back_as_it_was(String text) {
        ObjectNode evalCase = evalCase(text);

        String yaml = CaseYaml.write(evalCase);

        assertThat(texts(read(yaml))).containsOnly(text);
    }

    @Property(tries = 3_000)
    void whatever_a_ticket_says_reads_back_as_it_was(@ForAll("hostile") String text) {
        assertThat(texts(read(CaseYaml.write(evalCase(text))))).containsOnly(text);
    }

    @Property(tries = 1_000)
    void whatever_a_tool_returned_reads_back_as_it_was(
            @ForAll("hostile") String text, @ForAll("hostile") String name, @ForAll long number) {
        ObjectNode returns = JSON.objectNode();
        returns.put("k" + name, text);
        returns.putArray("list").add(text).add(number).add(true).addNull().addObject();
        returns.putObject("deep").putArray("er").addArray().add(text);
        ObjectNode evalCase = evalCase("a");
        evalCase.putObject("world").putArray("lookup").addObject().set("returns", returns);

        EvalCase read = read(CaseYaml.write(evalCase));

        JsonNode back = read.world().answers().get("lookup").get(0).returns();
        assertThat(back.toString()).isEqualTo(plain(returns).toString());
    }

    @Test
    void numbers_that_our_reader_refuses_are_text() throws IOException {
        JsonNode numbers = new ObjectMapper().readTree("[1, -2.50, 1E+400, " + "9".repeat(80) + "]");
        ObjectNode evalCase = evalCase("a");
        evalCase.putObject("context").set("numbers", numbers);

        assertThat(read(CaseYaml.write(evalCase)).context().get("numbers"))
                .extracting(JsonNode::isNumber)
                .containsExactly(true, true, false, false);
    }

    @Test
    void a_key_that_YAML_would_not_find_is_refused() {
        assertThatThrownBy(() -> CaseYaml.write(JSON.objectNode().put("k".repeat(201), "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("201");
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> syntax = Arbitraries.of(
                ": ",
                " #",
                "\n",
                "\n\n",
                " ",
                "  ",
                "\t",
                "- ",
                "---\n",
                "\"",
                "'",
                "|",
                ">",
                "{",
                "}",
                "[",
                "]",
                "&a",
                "*a",
                "!t",
                "%",
                "@",
                "`",
                "\\",
                "\\n",
                "${",
                "}",
                "<<: ",
                "\r",
                "\u0085",
                "\u2028",
                "\u202E",
                "\uFEFF",
                "\uD83D",
                "\uDE0A",
                "status: active",
                "word",
                "0",
                "no",
                ",",
                "?",
                "\u00A0",
                "\u0000",
                "😊");
        Arbitrary<String> anything = Arbitraries.strings().ofMinLength(1).ofMaxLength(12);
        return Arbitraries.oneOf(syntax, syntax, anything)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    private static ObjectNode evalCase(String text) {
        ObjectNode evalCase = JSON.objectNode();
        evalCase.put("title", text);
        evalCase.put("status", "draft");
        evalCase.putArray("tags").add(text);
        evalCase.putObject("facts").putObject("order_id").put("value", text);
        evalCase.putArray("conversation").addObject().put("customer", text);
        evalCase.putObject("expect").putObject("tone").put("exclamations", 0);
        evalCase.putArray("observed").addObject().put("reply", text);
        return evalCase;
    }

    private static List<String> texts(EvalCase read) {
        return List.of(
                read.title(),
                read.tags().get(0),
                read.facts().byName().get("order_id").value().textValue(),
                read.conversation().get(0).customer(),
                String.valueOf(read.observed().get(0).turns().get(0).reply()));
    }

    /** Numbers as the reader keeps them. */
    private static JsonNode plain(JsonNode node) {
        try {
            return new ObjectMapper()
                    .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .setNodeFactory(new JsonNodeFactory(true))
                    .readTree(node.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EvalCase readBack(String title) {
        return read(CaseYaml.write(evalCase(title)));
    }

    private static EvalCase read(String yaml) {
        CaseFile read = READER.read("cases/drafts/a.yaml", yaml);
        if (read instanceof BrokenFile broken) {
            throw new AssertionError(broken.problems() + "\n" + yaml);
        }
        return (EvalCase) read;
    }

    private static Path suite() {
        try {
            Path suite = Files.createTempDirectory("retrial-yaml");
            Files.writeString(suite.resolve("suite.yaml"), "");
            return suite;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CaseTexts reader() {
        try {
            return CaseTexts.in(SUITE, new AgentTypes(CaseYamlTest.class.getClassLoader()), JudgeSettings.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
