package dev.retrial.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Holds the schemas that are shipped, the kinds of check and the documentation together.
 *
 * <p>After a change of a kind's schema, {@code mvn test -pl eval-engine -am -Dtest=ShippedSchemasTest -Dretrial.schemas=write} writes the shipped schemas anew.
 */
class ShippedSchemasTest {

    @SuppressWarnings("UnusedVariable") // named by the sources of the parameters below
    private static final List<String> KINDS = ShippedSchemas.KINDS;

    private static final Path SOURCES = Path.of("src/main/resources/dev/retrial/schema");

    @ParameterizedTest
    @FieldSource("KINDS")
    void a_shipped_schema_says_what_the_kinds_of_check_and_the_agent_types_say(String kind) throws IOException {
        String assembled = ShippedSchemas.text(ShippedSchemas.assembled(kind));
        if ("write".equals(System.getProperty("retrial.schemas"))) {
            Files.writeString(SOURCES.resolve(kind + ".schema.json"), assembled);
        }

        assertThat(shipped(kind)).isEqualTo(assembled);
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void every_key_is_documented(String kind) throws IOException {
        String page = Files.readString(SuiteFilesPage.PAGE);
        Set<String> keys = new TreeSet<>();
        collectKeys(Schemas.read(kind), keys);

        assertThat(keys).isNotEmpty().allSatisfy(key -> assertThat(page).contains("`" + key));
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void every_key_stands_in_an_example(String kind) throws IOException {
        StringBuilder examples = new StringBuilder();
        SuiteFilesPage.blocks().forEach(block -> examples.append(block.text()));
        Set<String> keys = new TreeSet<>();
        collectKeys(Schemas.read(kind), keys);
        // Said in words on the page: alternatives of what an example shows.
        keys.removeAll(Set.of("status", "because", "until", "response"));

        assertThat(keys)
                .allSatisfy(key -> assertThat(examples.toString()).containsPattern("(?m)(^|[ {,-])" + key + ":"));
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void every_key_says_what_it_is(String kind) {
        List<String> silent = new ArrayList<>();
        collectSilent(Schemas.read(kind), "", silent);

        assertThat(silent).isEmpty();
    }

    @Test
    void every_kind_of_check_is_named_on_the_page() throws IOException {
        String page = Files.readString(SuiteFilesPage.PAGE);

        assertThat(ShippedSchemas.ours().keys())
                .allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "case|title: a",
                "case|{title: a, conversation: [{customer: Hi}], expect: {reply: {says: [x]}}}",
                "case|{titel: a}",
                "case|{title: a, status: activ}",
                "case|{title: a, tags: []}",
                "case|{title: a, conversation: []}",
                "case|{title: a, observed: [{reply: a, fails: [tools]}]}",
                "case|{title: a, accepted: [{reply: a, fails: [tools]}]}",
                "case|{title: a, until: tomorrow}",
                "case|{title: a, world: {x: [{returns: null}]}}",
                "case|{title: a, world: {x: [{times: 0, fails: x}]}}",
                "case|{title: a, facts: {x: {asked-as: [y]}}}",
                "suite|{trials: 0}",
                "suite|{trials: {attempts: 2, pass: 1}}",
                "suite|{trials: {attempts: 2}}",
                "suite|{timeout: {turn: 60}}",
                "suite|{outcomes: {asked: {question: true}}}",
                "suite|{outcomes: {answered: {question: true}}}",
                "suite|{always: {claims: gate}}",
                "suite|{gate: strict}",
                "suite|{gate: lenient}",
                "suite|{gate: {by: baseline, slices: [{cohort: a, tag: b}], floors: [{rate: 0.9}], budget: {calls: 3}}}",
                "suite|{gate: {slices: [{cohort: a}]}}",
                "suite|{gate: {by: baseline, slices: [{}]}}",
                "suite|{gate: {by: baseline, floors: [{rate: 90}]}}",
                "cohorts|{cohorts: {a: {}}}",
                "cohorts|{cohorts: {A: {}}}",
                "cohorts|{cohorts: {}}",
                "tools|{tools: {a: {effect: write}}}",
                "tools|{tools: {a: {effect: writes}}}",
                "policies|{rules: {a: {says: A, never: {says: [x]}}}}",
                "policies|{rules: {a: {says: A, never: {says: x, within: 2}}}}",
                "policies|{rules: {A: {says: A, never: {says: x}}}}",
                "policies|{version: 3, rules: {a: {says: A, never: {says: x}}}}",
                "policies|{rules: {a: {never: {says: x}}}}",
            })
    void an_editor_accepts_what_we_accept_and_refuses_what_we_refuse(String kind, String yaml) {
        assertThat(SchemaCheck.editorAccepts(kind, yaml)).isEqualTo(SchemaCheck.weAccept(kind, yaml));
    }

    private static String shipped(String kind) throws IOException {
        // The file, not the copy that was on the class path before it was written.
        if ("write".equals(System.getProperty("retrial.schemas"))) {
            return Files.readString(SOURCES.resolve(kind + ".schema.json"));
        }
        try (InputStream in = Suite.class.getResourceAsStream("/dev/retrial/schema/" + kind + ".schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The keys that this file kind itself has, without those of the kinds of check and the agent types. */
    private static void collectKeys(JsonNode schema, Set<String> keys) {
        schema.properties().forEach(entry -> {
            if (entry.getKey().equals("properties")) {
                entry.getValue().fieldNames().forEachRemaining(keys::add);
            }
            if (!entry.getKey().equals("expect") && !entry.getKey().equals("allOf")) {
                collectKeys(entry.getValue(), keys);
            }
        });
        if (schema.isArray()) {
            schema.forEach(item -> collectKeys(item, keys));
        }
    }

    private static void collectSilent(JsonNode schema, String path, List<String> silent) {
        JsonNode properties = schema.get("properties");
        if (properties != null) {
            properties.properties().forEach(entry -> {
                JsonNode value = entry.getValue();
                if (!value.has("description") && !value.has("$ref")) {
                    silent.add(path + "/" + entry.getKey());
                }
            });
        }
        schema.properties().forEach(entry -> {
            if (!entry.getKey().equals("allOf") && !entry.getKey().equals("expect")) {
                collectSilent(entry.getValue(), path + "/" + entry.getKey(), silent);
            }
        });
    }
}
