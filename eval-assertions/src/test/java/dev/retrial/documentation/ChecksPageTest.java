package dev.retrial.documentation;

import static dev.retrial.check.Expecting.SCENE;
import static dev.retrial.check.Expecting.SHOP;
import static dev.retrial.check.Expecting.checks;
import static dev.retrial.check.Expecting.json;
import static dev.retrial.check.Expecting.refusal;
import static dev.retrial.check.Expecting.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.retrial.check.Check;
import dev.retrial.check.CheckKinds;
import dev.retrial.check.Failed;
import dev.retrial.check.Passed;
import dev.retrial.check.report.FailureText;
import dev.retrial.check.report.Finding;
import dev.retrial.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/checks.md} shows is bound, compiled and run. */
class ChecksPageTest {

    private static final String PAGE = read(Path.of("..", "docs", "checks.md"));
    private static final Path SOURCES = Path.of("src/test/java/dev/retrial/documentation");

    static Stream<String> yaml() {
        return blocks("yaml").stream();
    }

    static Stream<String> java() {
        return blocks("java").stream();
    }

    @ParameterizedTest
    @MethodSource("yaml")
    void every_YAML_block_is_bound(String block) throws Exception {
        JsonNode expect = new YAMLMapper().readTree(block).get("expect");

        assertThatCode(() -> CheckKinds.installed().bindAll(expect, SHOP)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("java")
    void every_Java_block_is_a_part_of_a_class_that_runs(String block) {
        String sources = bare(read(SOURCES.resolve("ChecksInJavaTest.java")))
                + bare(read(SOURCES.resolve("SignatureKind.java")));

        assertThat(sources).contains(bare(block));
    }

    @Test
    void there_are_blocks_of_each_language() {
        assertThat(blocks("yaml")).hasSizeGreaterThan(8);
        assertThat(blocks("java")).hasSizeGreaterThan(8);
    }

    @Test
    void the_failure_is_what_is_printed() {
        Transcript transcript = Transcript.builder()
                .customer("I want my money back for order A-1042.")
                .call("lookup_order", json("{order_id: 'A-1024'}"))
                .agent("No worries!!! You have 60 days. 😊")
                .build();
        List<Finding> findings = new ArrayList<>();
        for (Check check : checks("{tools: {calls: [{lookup_order: {order_id: 'A-1042'}}]},"
                + " reply: {says: [{any-of: ['30 days', '30-day']}]}, tone: {exclamations: 0, emoji: 'none'}}")) {
            findings.add(new Finding(check, check.evaluate(transcript, SCENE)));
        }

        assertThat(FailureText.of(transcript, findings).message() + "\n")
                .isEqualTo(blocks("text").get(0));
    }

    @Test
    void every_key_of_every_kind_is_explained() {
        List<String> missing = new ArrayList<>();
        for (Iterator<JsonNode> kinds =
                        CheckKinds.installed().schema().get("properties").elements();
                kinds.hasNext(); ) {
            for (JsonNode properties : kinds.next().findValues("properties")) {
                properties.fieldNames().forEachRemaining(key -> {
                    if (!PAGE.contains("`" + key + "`")
                            && !PAGE.contains(key + ": ")
                            && !PAGE.contains("`" + key + ": ")) {
                        missing.add(key);
                    }
                });
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void a_check_of_one_s_own_is_used_like_ours() {
        Check signature = checks("{signature: 'Kim from Acme'}").get(0);

        assertThat(signature.evaluate(reply("Done.\nKim from Acme"), SCENE)).isEqualTo(Passed.PLAIN);
        assertThat(signature.evaluate(reply("Done.\nCheers"), SCENE))
                .isEqualTo(new Failed("Kim from Acme", "Cheers", 1, List.of(), null));
        assertThat(refusal("{signatur: 'Kim'}")).endsWith("did you mean 'signature'?");
        assertThat(refusal("{signature: 5}")).isEqualTo("/signature: expected text, found a number: quote it");
    }

    private static List<String> blocks(String language) {
        Matcher matcher =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(PAGE);
        List<String> blocks = new ArrayList<>();
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }

    /** The code without its white space, which is the formatter's. */
    private static String bare(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
