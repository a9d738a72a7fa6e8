package dev.retrial.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen at once, without the validator, is what the validator would have said. */
class PlainSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            true                                                     | 1
            {}                                                       | 'x'
            {'title': 't', 'description': 'd', 'type': 'string'}     | 'x'
            {'type': 'number'}                                       | 1.5
            {'type': 'integer'}                                      | 2
            {'type': 'boolean'}                                      | false
            {'type': 'null'}                                         | null
            {'type': 'array'}                                        | []
            {'type': ['string', 'null']}                             | null
            {'type': ['string', 'null']}                             | 'x'
            {'minimum': 5}                                           | 5
            {'minimum': 5}                                           | 'x'
            {'maximum': 5}                                           | 5
            {'maximum': 5.5}                                         | 5
            {'maximum': 5}                                           | true
            {'minLength': 2}                                         | 'ab'
            {'minLength': 2}                                         | 7
            {'maxLength': 2}                                         | 'ab'
            {'maxLength': 1}                                         | '\\ud83d\\ude00'
            {'maxLength': 2}                                         | [1, 2, 3]
            {'enum': ['a', 'b']}                                     | 'b'
            {'enum': [1, null]}                                      | null
            {'required': ['a']}                                      | {'a': null}
            {'required': ['a']}                                      | 'x'
            {'properties': {'a': {'type': 'integer'}}}               | {'a': 1, 'b': 'x'}
            {'properties': {'a': {'type': 'integer'}}}               | 'x'
            {'properties': {'a': {'properties': {'b': {'minimum': 2}}}}} | {'a': {'b': 2}}
            {'additionalProperties': false, 'properties': {'a': {}}} | {'a': 1}
            {'additionalProperties': false}                          | {}
            {'additionalProperties': false}                          | []
            {'additionalProperties': {'type': 'string'}, 'properties': {'a': {}}} | {'a': 1, 'b': 'x'}
            {'items': {'type': 'integer'}}                           | [1, 2]
            {'items': {'type': 'integer'}}                           | 'x'
            {'items': {'items': {'maximum': 2}}}                     | [[1], [2]]
            """)
    void sees_that_a_value_is_accepted(String schema, String value) {
        assertThat(PlainSchema.surelyAccepts(json(schema), json(value))).isTrue();
        assertThat(byValidator(schema, value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            false                                                    | 1
            {'type': 'string'}                                       | 1
            {'type': 'integer'}                                      | 1.5
            {'type': ['string', 'null']}                             | 1
            {'minimum': 5}                                           | 4
            {'maximum': 5}                                           | 5.5
            {'minLength': 2}                                         | 'a'
            {'maxLength': 2}                                         | 'abc'
            {'enum': ['a', 'b']}                                     | 'c'
            {'required': ['a', 'b']}                                 | {'a': 1}
            {'properties': {'a': {'type': 'integer'}}}               | {'a': 'x'}
            {'properties': {'a': {'properties': {'b': {'minimum': 2}}}}} | {'a': {'b': 1}}
            {'additionalProperties': false, 'properties': {'a': {}}} | {'b': 1}
            {'additionalProperties': {'type': 'string'}, 'properties': {'a': {}}} | {'a': 1, 'b': 1}
            {'items': {'type': 'integer'}}                           | [1, 'x']
            {'items': {'items': {'maximum': 2}}}                     | [[1], [3]]
            {'multipleOf': 5}                                        | 4
            {'prefixItems': [{'type': 'string'}], 'items': {'type': 'integer'}} | [1]
            """)
    void never_says_that_of_what_is_not_accepted(String schema, String value) {
        assertThat(PlainSchema.surelyAccepts(json(schema), json(value))).isFalse();
        assertThat(byValidator(schema, value)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            {'multipleOf': 5}                                                 | 10
            {'type': 'integer'}                                               | 2.0
            {'enum': [1]}                                                     | 1.0
            {'prefixItems': [{'type': 'string'}], 'items': {'type': 'integer'}} | ['x', 1]
            {'patternProperties': {'^a': {}}, 'additionalProperties': false}  | {'a': 1}
            """)
    void leaves_to_the_validator_what_it_does_not_know(String schema, String value) {
        assertThat(PlainSchema.surelyAccepts(json(schema), json(value))).isFalse();
        assertThat(byValidator(schema, value)).isTrue();
        assertThat(JsonSchema.of(json(schema)).violations(json(value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"60, true", "70, false"})
    void leaves_what_is_deeper_than_people_write_to_the_validator(int depth, boolean surely) {
        String schema = "{'items':".repeat(depth) + "{}" + "}".repeat(depth);
        String value = "[".repeat(depth) + "]".repeat(depth);

        assertThat(PlainSchema.surelyAccepts(json(schema), json(value))).isEqualTo(surely);
    }

    /** What the validator says; within "allOf", which is not seen through. */
    private static boolean byValidator(String schema, String value) {
        JsonNode wrapped = JsonNodeFactory.instance
                .objectNode()
                .set("allOf", JsonNodeFactory.instance.arrayNode().add(json(schema)));
        return JsonSchema.of(wrapped).violations(json(value)).isEmpty();
    }

    private static JsonNode json(String json) {
        try {
            return JSON.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
