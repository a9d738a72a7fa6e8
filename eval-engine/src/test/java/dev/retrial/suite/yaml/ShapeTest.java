package dev.retrial.suite.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {

    private static final String TEXT = "{type: object, properties: {a: {type: string}}, additionalProperties: false}";
    private static final String TEXTS =
            "{type: object, properties: {a: {type: array, minItems: 1, items: {type: string}}}, additionalProperties: false}";
    private static final String ANYTHING = "{type: object}";
    private static final String MIXED =
            "{type: object, properties: {a: {oneOf: [{type: integer, minimum: 0}, {const: none}, {type: object, properties: {max:"
                    + " {type: integer}}, additionalProperties: false}]}}}";

    @ParameterizedTest
    @ValueSource(strings = {"no", "0042", "1.10", "2026-03-02", "true", "null", "~", "1_000"})
    void a_key_that_takes_text_keeps_the_scalar_as_written(String written) {
        assertThat(json(TEXT, "a: " + written).get("a").textValue()).isEqualTo(written);
    }

    @Test
    void a_key_that_takes_text_needs_some() {
        assertThat(complaints(TEXT, "a:\n")).containsExactly("1:3: 'a' has no value: expected text");
    }

    @Test
    void quotes_make_empty_text() {
        assertThat(json(TEXT, "a: ''").get("a").textValue()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "yes, a truth value",
        "2026-03-02, a date",
        "0042, a number",
        "42, a number",
        "'null', null",
        "~, null",
        "=, a special key"
    })
    void a_plain_item_that_YAML_would_retype_must_be_quoted_in_a_list_of_texts(String item, String taken) {
        assertThat(complaints(TEXTS, "a:\n  - " + item + "\n"))
                .containsExactly("2:5: YAML may read this as " + taken + ": quote it");
    }

    @Test
    void a_number_that_a_flow_list_would_split_must_be_quoted() {
        assertThat(complaints(TEXTS, "a: [10,000]"))
                .containsExactly(
                        "1:5: YAML may read this as a number: quote it",
                        "1:8: YAML may read this as a number: quote it");
    }

    @Test
    void a_quoted_item_is_text() {
        assertThat(json(TEXTS, "a: ['yes', \"10,000\"]").get("a")).hasToString("[\"yes\",\"10,000\"]");
    }

    @Test
    void free_JSON_has_the_types_of_JSON() {
        assertThat(json(ANYTHING, "{n: 42, d: 89.00, t: true, f: false, z: null, s: text, q: \"42\", l: [1, a]}"))
                .hasToString(
                        "{\"n\":42,\"d\":89.00,\"t\":true,\"f\":false,\"z\":null,\"s\":\"text\",\"q\":\"42\",\"l\":[1,\"a\"]}");
    }

    @Test
    void whole_numbers_of_any_length_are_exact() {
        assertThat(json(ANYTHING, "{a: 2147483648, b: -9223372036854775809}"))
                .hasToString("{\"a\":2147483648,\"b\":-9223372036854775809}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02", "2026-03-02T09:15:00Z"})
    void dates_stay_text_in_free_JSON(String date) {
        assertThat(json(ANYTHING, "a: " + date).get("a").textValue()).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "no, a truth value",
        "0042, a number",
        "1_000, a number",
        "0x1F, a number",
        "~, null",
        "Null, null",
        "12:30, a number"
    })
    void what_YAML_would_retype_beyond_JSON_must_be_quoted_in_free_JSON(String written, String taken) {
        assertThat(complaints(ANYTHING, "a: " + written))
                .containsExactly("1:4: YAML may read this as " + taken + ": quote it");
    }

    @Test
    void nothing_is_no_value_in_free_JSON() {
        assertThat(complaints(ANYTHING, "a:\nb: 1\n"))
                .containsExactly("1:3: 'a' has no value: write null, or \"\" for an empty text");
    }

    @Test
    void a_number_that_nobody_could_reckon_with_is_refused() {
        assertThat(complaints(ANYTHING, "a: 1e999999999"))
                .containsExactly("1:4: this number is too long: quote it if it is text");
    }

    @Test
    void keys_are_text_whatever_they_look_like() {
        assertThat(json(ANYTHING, "{no: 1, 42: 2, 2026-03-02: 3}")).hasToString("{\"no\":1,\"42\":2,\"2026-03-02\":3}");
    }

    @Test
    void an_unknown_key_is_named_with_the_nearest() {
        assertThat(complaints(
                        "{type: object, properties: {title: {type: string}}, additionalProperties: false}", "titel: x"))
                .containsExactly("1:1: unknown key 'titel'; did you mean 'title'?");
    }

    @Test
    void an_unknown_key_that_is_like_none_is_named_with_all() {
        assertThat(complaints(TEXT, "zebra: x")).containsExactly("1:1: unknown key 'zebra'; known: a");
    }

    @Test
    void a_missing_key_is_named_where_the_map_begins() {
        assertThat(complaints(
                        "{type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}", "\na: x"))
                .containsExactly("2:1: the key 'b' is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: [x]|1:4: expected text for 'a', found a list",
                "a: {b: c}|1:4: expected text for 'a', found a map",
            })
    void a_wrong_type_is_named(String yaml, String complaint) {
        assertThat(complaints(TEXT, yaml)).containsExactly(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: some|1:4: unknown value for 'a': 'some'; known: none",
                "a: -1|1:4: 'a' must be at least 0",
                "a: 1.5|1:4: expected 'none', a whole number or a map for 'a', found a number",
                "a: true|1:4: expected 'none', a whole number or a map for 'a', found a truth value",
                "a: [1]|1:4: expected 'none', a whole number or a map for 'a', found a list",
                "a: {min: 1}|1:5: unknown key 'min'; known: max",
            })
    void alternatives_are_all_named(String yaml, String complaint) {
        assertThat(complaints(MIXED, yaml)).containsExactly(complaint);
    }

    @Test
    void each_alternative_is_accepted() {
        assertThat(complaints(MIXED, "a: 3")).isEmpty();
        assertThat(complaints(MIXED, "a: none")).isEmpty();
        assertThat(complaints(MIXED, "a: {max: 3}")).isEmpty();
    }

    @Test
    void an_item_without_a_value_is_refused() {
        assertThat(complaints(TEXTS, "a:\n  -\n")).containsExactly("2:4: an item of 'a' has no value: expected text");
    }

    @Test
    void an_empty_list_is_refused() {
        assertThat(complaints(TEXTS, "a: []"))
                .containsExactly("1:4: the list 'a' is empty: give it an item or leave it out");
    }

    @Test
    void every_mistake_is_reported() {
        assertThat(complaints(TEXTS, "a: [yes, no]\nb: c\n")).hasSize(3);
    }

    @Test
    void a_value_never_shows_in_a_complaint_about_its_type() {
        assertThat(complaints(TEXTS, "a: [4929123412341234]").toString()).doesNotContain("4929");
    }

    @Test
    void references_within_a_schema_are_followed() {
        String schema =
                "{type: object, properties: {a: {$ref: '#/$defs/x'}}, $defs: {x: {type: array, items: {$ref: '#/$defs/x'}}}}";

        assertThat(complaints(schema, "a: [[], [[]]]")).isEmpty();
        assertThat(complaints(schema, "a: [[], [b]]"))
                .containsExactly("1:10: expected a list for an item of 'a', found text");
    }

    @Test
    void a_variable_may_stand_for_a_number_where_the_schema_was_compiled_so() {
        JsonNode schema = schema("{type: object, properties: {a: {type: number}}}");
        YamlNode node = YamlReader.read("a: ${TEMPERATURE}", new Heard());

        assertThat(ShapeCompiler.compileWithVariables(schema).accepts(node, "", new Heard()))
                .isTrue();
        assertThat(ShapeCompiler.compile(schema).accepts(node, "", new Heard())).isFalse();
    }

    private static JsonNode json(String schema, String yaml) {
        Heard heard = new Heard();
        YamlNode node = YamlReader.read(yaml, heard);
        Shape shape = ShapeCompiler.compile(schema(schema));
        assertThat(shape.accepts(node, "file", heard)).as(heard.all.toString()).isTrue();
        return shape.json(node, new TextPool());
    }

    private static List<String> complaints(String schema, String yaml) {
        Heard heard = new Heard();
        YamlNode node = YamlReader.read(yaml, heard);
        boolean accepted = ShapeCompiler.compile(schema(schema)).accepts(node, "file", heard);
        assertThat(accepted).isEqualTo(heard.all.isEmpty());
        return heard.all;
    }

    private static JsonNode schema(String yaml) {
        return Shape.FREE.json(YamlReader.read(yaml, new Heard()), new TextPool());
    }
}
