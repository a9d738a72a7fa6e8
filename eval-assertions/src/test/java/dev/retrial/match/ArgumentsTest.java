package dev.retrial.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.retrial.check.InvalidExpectation;
import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("anywhere")
class ArgumentsTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                     | {'a': 1}
            {'a': 1}                               | {'a': 1, 'b': 2}
            {'a': 25}                              | {'a': 25.0}
            {'a': 2500000}                         | {'a': 2.5e6}
            {'a': 1e999999999}                     | {'a': 1e999999999}
            {'a': {'b': {'c': 'x'}}}               | {'a': {'b': {'c': 'x', 'd': 1}, 'e': 2}}
            {'a': [1, {'b': 2}]}                   | {'a': [1, {'b': 2, 'c': 3}]}
            {'a': []}                              | {'a': []}
            {'a': 'caf\\u00e9'}                    | {'a': 'cafe\\u0301'}
            {'a': null}                            | {'a': null}
            {'a': {'$any': true}}                  | {'a': null}
            {'a': {'$absent': true}}               | {'b': 1}
            {'a': {'$optional': 1}}                | {'b': 1}
            {'a': {'$optional': 1}}                | {'a': 1}
            {'a': {'$optional': {'$range': [0,2]}}}| {'a': 1}
            {'a': {'$regex': 'A-[0-9]+'}}          | {'a': 'A-1042'}
            {'a': {'$like': 'SSO, log-in'}}        | {'a': 'sso login!'}
            {'a': {'$like': 'STRASSE 5'}}          | {'a': 'Strasse-5'}
            {'a': {'$one-of': [1, 'x', null]}}     | {'a': null}
            {'a': {'$one-of': [{'$regex': 'b+'}]}} | {'a': 'bbb'}
            {'a': {'$range': [0, 100]}}            | {'a': 100.00}
            {'a': {'$range': [0, 100]}}            | {'a': 0.0}
            {'a': {'$range': [5, 5]}}              | {'a': 5}
            {'a': {'$range': [null, 100]}}         | {'a': -1e400}
            {'a': {'$range': [0, null]}}           | {'a': 1e999999999}
            {'a': [{'$any': true}, 2]}             | {'a': [{'x': 1}, 2]}
            {'$$ref': 1}                           | {'$ref': 1}
            {'$$$x': 1, 'b': 2}                    | {'$$x': 1, 'b': 2}
            {'$any': true}                         | {}
            {'a': {'$not': 'x'}}                   | {'a': 'y'}
            {'a': {'$not': 'x'}}                   | {}
            {'a': {'$not': {'$range': [0, 5]}}}    | {'a': 6}
            {'a': {'$approx': 0.3}}                | {'a': 0.30000000000000004}
            {'a': {'$approx': [89, 0.5]}}          | {'a': 89.5}
            {'a': {'$approx': [89, 0]}}            | {'a': 89.0}
            {'a': {'$approx': {'value': 89, 'within': 1}}} | {'a': 88}
            {'a': {'$date': '2026-03-02'}}         | {'a': '2026-03-02'}
            {'a': {'$date': '2026-03-02'}}         | {'a': '2026-03-02T23:30:00-05:00'}
            {'a': {'$date': '2026-03-02T10:00:00Z'}} | {'a': '2026-03-02T12:00:00+02:00'}
            {'a': {'$date': '2026-03-02T10:00:00Z'}} | {'a': '2026-03-02 10:00:00'}
            {'a': {'$date': ['2026-03-02', '2d']}} | {'a': '2026-03-04T15:00:00Z'}
            {'a': {'$date': ['2026-03-02T10:00:00Z', '15m']}} | {'a': '2026-03-02T10:15:00Z'}
            {'a': {'$date': {'value': '2026-03-02', 'within': 'P1D'}}} | {'a': '2026-03-01'}
            {'a': {'$date': ['2026-03-02T10:00:00Z', '24h']}} | {'a': '2026-03-02'}
            {'a': {'$contains': 'b'}}              | {'a': 'abc'}
            {'a': {'$contains': ['a', 'c']}}       | {'a': 'abc'}
            {'a': {'$contains': 2}}                | {'a': [1, 2.0]}
            {'a': {'$contains': [{'$any': true}, 1]}} | {'a': [1, 2]}
            {'a': {'$contains': {'b': 1}}}         | {'a': [{'b': 1, 'c': 2}]}
            {'a': {'$unordered': [1, {'$range': [0, 5]}]}} | {'a': [4, 1]}
            {'a': {'$unordered': [{'$range': [0, 5]}, 1]}} | {'a': [1, 4]}
            {'a': {'$each': {'b': {'$any': true}}}} | {'a': [{'b': 1}, {'b': null}]}
            {'$exact': {'a': {'b': 1}}}            | {'a': {'b': 1}}
            {'$exact': {'a': [{'b': {'$optional': 1}}]}} | {'a': [{}]}
            {'a': {'$exact': {}}, 'b': 1}          | {'a': {}, 'b': 1, 'c': 2}
            {'a': {'$schema': {'type': 'integer', 'multipleOf': 5}}} | {'a': 15}
            {'a': {'$schema': {'type': 'string', 'pattern': '^A-[0-9]+$'}}} | {'a': 'A-1042'}
            {'a': {'$each': {'$not': {'$schema': {'type': 'string'}}}}} | {'a': [1, true]}
            """)
    void matches(String expected, String actual) throws Exception {
        assertThat(matcher(expected).matches(json(actual))).isTrue();
        assertThat(matcher(expected).mismatches(json(actual))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'a': 1}                        | {}                  | /a   | 1                         | absent
            {'a': 1}                        | {'a': '1'}          | /a   | 1                         | "1"
            {'a': '1'}                      | {'a': 1}            | /a   | "1"                       | 1
            {'a': 'x'}                      | {'a': 'X'}          | /a   | "x"                       | "X"
            {'a': 1e999999999}              | {'a': 1e999999998}  | /a   | 1E+999999999              | 1E+999999998
            {'a': null}                     | {}                  | /a   | null                      | absent
            {'a': false}                    | {'a': 0}            | /a   | false                     | 0
            {'a': [1, 2]}                   | {'a': [2, 1, 3]}    | /a   | [1,2]                     | [2,1,3]
            {'a': [1, 2]}                   | {'a': [1, 3]}       | /a/1 | 2                         | 3
            {'a': {}}                       | {'a': []}           | /a   | {}                        | []
            {'a': {'b': 1}}                 | {'a': {'b': 2}}     | /a/b | 1                         | 2
            {'a': {'$any': true}}           | {}                  | /a   | {"$any":true}             | absent
            {'a': {'$absent': true}}        | {'a': null}         | /a   | {"$absent":true}          | null
            {'a': {'$optional': 1}}         | {'a': 2}            | /a   | 1                         | 2
            {'a': {'$regex': '[0-9]+'}}     | {'a': 'A-1'}        | /a   | {"$regex":"[0-9]+"}       | "A-1"
            {'a': {'$regex': '[0-9]+'}}     | {'a': 1}            | /a   | {"$regex":"[0-9]+"}       | 1
            {'a': {'$not': 'x'}}            | {'a': 'x'}          | /a   | {"$not":"x"}              | "x"
            {'a': {'$approx': [89, 0.5]}}   | {'a': 89.6}         | /a   | {"$approx":[89,0.5]}      | 89.6
            {'a': {'$approx': 89}}          | {'a': '89'}         | /a   | {"$approx":89}            | "89"
            {'a': {'$date': '2026-03-02'}}  | {'a': '2026-03-03'} | /a   | {"$date":"2026-03-02"}    | "2026-03-03"
            {'a': {'$date': '2026-03-02'}}  | {'a': 20260302}     | /a   | {"$date":"2026-03-02"}    | 20260302
            {'a': {'$date': '2026-03-02T00:00:00Z'}} | {'a': '2026-03-02'} | /a | {"$date":"2026-03-02T00:00:00Z"} | "2026-03-02"
            {'a': {'$contains': 'b'}}       | {'a': 'ac'}         | /a   | {"$contains":"b"}         | "ac"
            {'a': {'$contains': [1, 1]}}    | {'a': [1, 2]}       | /a   | {"$contains":[1,1]}       | [1,2]
            {'a': {'$unordered': [1, 2]}}   | {'a': [1, 2, 2]}    | /a   | {"$unordered":[1,2]}      | [1,2,2]
            {'a': {'$each': 1}}             | {'a': []}           | /a   | {"$each":1}               | []
            {'a': {'$each': 1}}             | {'a': [1, 2]}       | /a/1 | 1                         | 2
            {'$exact': {'a': 1}}            | {'a': 1, 'b': 2}    | /b   | absent                    | 2
            {'$exact': {'a': {'b': 1}}}     | {'a': {'b': 1, 'c': 3}} | /a/c | absent                | 3
            {'a': {'$exact': {}}}           | {'a': {'b': 1}}     | /a/b | absent                    | 1
            {'a': {'$same-as': 'facts.id'}} | {'a': 'A-1042'}     | /a   | {"$same-as":"facts.id"}   | "A-1042"
            {'a': {'$schema': {'minimum': 5}}} | {'a': 4}         | /a   | must have a minimum value of 5 | 4
            {'a': {'$schema': {'type': 'object', 'required': ['b']}}} | {} | /a | {"$schema":{"type":"object","required":["b"]}} | absent
            {'a': {'$like': 'SSO'}}         | {'a': 5}            | /a   | {"$like":"SSO"}           | 5
            {'a': {'$optional': {'b': 1}}}  | {'a': {'b': 2}}     | /a/b | 1                         | 2
            {'a': {'$contains': 'b'}}       | {'a': 5}            | /a   | {"$contains":"b"}         | 5
            {'a': {'$date': ['2026-03-02', '2d']}} | {'a': '2026-03-05'} | /a | {"$date":["2026-03-02","2d"]} | "2026-03-05"
            {'a': {'$date': ['2026-03-02', '2d']}} | {'a': '2026-02-27'} | /a | {"$date":["2026-03-02","2d"]} | "2026-02-27"
            {'a': {'$date': ['2026-03-02T10:00:00Z', '15m']}} | {'a': '2026-03-02T10:15:01Z'} | /a | {"$date":["2026-03-02T10:00:00Z","15m"]} | "2026-03-02T10:15:01Z"
            {'a': 'caf\u00e9'}              | {'a': 'cafe'}       | /a   | "café"               | "cafe"
            {'a': 'cafe'}                   | {'a': 'caf\u00e9'} | /a   | "cafe"                    | "café"
            {'$not': {'$exact': {'a': 1}}}  | {'a': 1}            | ''   | {"$not":{"$exact":{"a":1}}} | {"a":1}
            {'$not': {'a': {'$optional': 1}}} | {}                | ''   | {"$not":{"a":{"$optional":1}}} | {}
            {'a': {'$like': 'SSO'}}         | {'a': 'SS0'}        | /a   | {"$like":"SSO"}           | "SS0"
            {'a': {'$one-of': [1, 2]}}      | {'a': 3}            | /a   | {"$one-of":[1,2]}         | 3
            {'a': {'$range': [0, 100]}}     | {'a': 100.01}       | /a   | {"$range":[0,100]}        | 100.01
            {'a': {'$range': [0, 100]}}     | {'a': '5'}          | /a   | {"$range":[0,100]}        | "5"
            {'x/y': 1}                      | {'x/y': 2}          | /x~1y| 1                         | 2
            {'a': 1}                        | 'a: 1'              | ''   | {"a":1}                   | no JSON object: "a: 1"
            {'$any': true}                  | 'a: 1'              | ''   | {"$any":true}             | no JSON object: "a: 1"
            """)
    void names_the_place_that_does_not_match(String expected, String actual, String pointer, String wanted, String was)
            throws Exception {
        JsonNode arguments = json(actual == null ? "'a: 1'" : actual.startsWith("{") ? actual : "'" + actual + "'");

        assertThat(matcher(expected).matches(arguments)).isFalse();
        assertThat(matcher(expected).mismatches(arguments))
                .containsExactly(new ArgumentMatcher.Mismatch(pointer, wanted, was));
    }

    @Test
    void every_argument_that_differs_is_named() throws Exception {
        assertThat(matcher("{'a': 1, 'b': {'c': 2}, 'd': 3}").mismatches(json("{'a': 2, 'b': {}, 'd': 3}")))
                .extracting(ArgumentMatcher.Mismatch::pointer)
                .containsExactly("/a", "/b/c");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'a': {'$regexp': 'x'}}         | /a/$regexp  | unknown matcher '$regexp'; did you mean '$regex'?
            {'a': {'$ref': 'x'}}            | /a/$ref     | unknown matcher '$ref'
            {'a': {'$any': true, 'b': 1}}   | /a          | the matcher '$any' must be the only key of its map; the key '$any' itself is written '$$any'
            {'a': {'$any': 1}}              | /a/$any     | expected true or false, found a number
            {'a': {'$any': false}}          | /a/$any     | write '$any: true', or '$absent: true' for a key that must not be there
            {'a': {'$regex': '(a'}}         | /a/$regex   | not an RE2 pattern: missing closing )
            {'a': {'$regex': '(?=a)'}}      | /a/$regex   | not an RE2 pattern: invalid or unsupported Perl syntax
            {'a': {'$like': '--'}}          | /a/$like    | nothing is left of this text without blanks and punctuation
            {'a': {'$one-of': []}}          | /a/$one-of  | this list is empty: give it an item or leave it out
            {'a': {'$one-of': 'x'}}         | /a/$one-of  | expected a list, found text
            {'a': {'$range': [1]}}          | /a/$range   | expected two bounds, [min, max], of which one may be null
            {'a': {'$range': [2, 1]}}       | /a/$range   | the lower bound is above the upper one
            {'a': {'$range': [null, null]}} | /a/$range   | one bound must be a number
            {'a': {'$range': ['1', 2]}}     | /a/$range/0 | expected a number, found text
            [1]                             | ''          | expected a map, found a list
            {'a': {'$approx': 'x'}}         | /a/$approx  | expected a number, found text
            {'a': {'$approx': [1, -1]}}     | /a/$approx/1 | how far it may be off is not negative
            {'a': {'$approx': [1]}}         | /a/$approx  | expected a number and how far from it, [value, within]
            {'a': {'$approx': 1e999999999}} | /a/$approx  | this number is too large or too small
            {'a': {'$date': 'tomorrow'}}    | /a/$date    | expected an ISO date or time, such as 2026-03-02 or 2026-03-02T09:15:00Z
            {'a': {'$date': '2026-02-30'}}  | /a/$date    | expected an ISO date or time, such as 2026-03-02 or 2026-03-02T09:15:00Z
            {'a': {'$date': ['2026-03-02', '2 days']}} | /a/$date/1 | expected a duration, such as 2d, 36h or 15m
            {'a': {'$unordered': []}}       | /a/$unordered | this list is empty: give it an item or leave it out
            {'a': {'$same-as': 'fact'}}     | /a/$same-as | expected facts.<name>
            {'a': {'$same-as': 'result.x'}} | /a/$same-as | expected result.<tool>.<name>
            {'a': {'$same-as': 'contxt.x'}} | /a/$same-as | expected a name under facts, context or result, such as facts.order_id; unknown 'contxt'; did you mean 'context'?
            {'a': {'$schema': 'integer'}}   | /a/$schema  | expected a map, found text
            {'a': {'$schema': {'pattern': '(?=a)'}}} | /a/$schema | this JSON Schema cannot be used: not an RE2 pattern: invalid or unsupported Perl syntax
            {'a': {'$contains': []}}        | /a/$contains | this list is empty: give it an item or leave it out
            {'a': {'$each': {'$rang': 1}}}  | /a/$each/$rang | unknown matcher '$rang'; did you mean '$range'?
            """)
    void refuses_a_matcher_that_cannot_be(String expected, String pointer, String message) {
        InvalidExpectation invalid = catchThrowableOfType(InvalidExpectation.class, () -> matcher(expected));

        assertThat(invalid.pointer()).isEqualTo(pointer);
        assertThat(invalid).hasMessage(message);
    }

    @Test
    void numbers_are_equal_whatever_type_they_were_parsed_to() throws Exception {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        ArgumentMatcher tenth = matcher("{'a': 0.1}");

        assertThat(tenth.matches(nodes.objectNode().put("a", 0.1f))).isTrue();
        assertThat(tenth.matches(nodes.objectNode().put("a", 0.1d))).isTrue();
        assertThat(tenth.matches(nodes.objectNode().put("a", new BigDecimal("0.1000"))))
                .isTrue();
        assertThat(matcher("{'a': 9223372036854775808}")
                        .matches(nodes.objectNode().put("a", new java.math.BigInteger("9223372036854775808"))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            1                       | 1.0                        | true
            1                       | 2                          | false
            9223372036854775807     | 9223372036854775808        | false
            1                       | true                       | false
            '1'                     | 1                          | false
            'x'                     | 'x'                        | true
            null                    | null                       | true
            [1, 2]                  | [1.0, 2]                   | true
            [1, 2]                  | [2, 1]                     | false
            [1, 2]                  | [1]                        | false
            [1, 2]                  | [1, 3]                     | false
            [1]                     | {'a': 1}                   | false
            {'a': [1, {'b': 2}]}    | {'a': [1.0, {'b': 2.00}]}  | true
            {'a': 1, 'b': 2}        | {'b': 2, 'a': 1}           | true
            {'a': 1}                | {'b': 1}                   | false
            {'a': null}             | {'b': null}                | false
            {'a': 1}                | {'a': 2}                   | false
            """)
    void values_are_equal_but_for_how_their_numbers_are_written(String a, String b, boolean equal) {
        assertThat(Arguments.equal(json(a), json(b))).isEqualTo(equal);
        assertThat(Arguments.equal(json(b), json(a))).isEqualTo(equal);
    }

    @Test
    void nearly_is_nothing_to_what_is_no_finite_number() throws Exception {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        ArgumentMatcher nearly = matcher("{'a': {'$approx': [1, 5]}}");

        assertThat(nearly.matches(nodes.objectNode().put("a", Double.NaN))).isFalse();
        assertThat(nearly.matches(nodes.objectNode().put("a", Float.POSITIVE_INFINITY)))
                .isFalse();
        assertThat(nearly.matches(nodes.objectNode().put("a", 1.5d))).isTrue();
        assertThat(nearly.matches(nodes.objectNode().put("a", new BigDecimal("1e999999999"))))
                .isFalse();
    }

    @Test
    void what_no_number_is_equals_no_number() throws Exception {
        JsonNode infinite = JsonNodeFactory.instance.objectNode().put("a", Double.POSITIVE_INFINITY);

        assertThat(matcher("{'a': 1}").matches(infinite)).isFalse();
        assertThat(matcher("{'a': {'$range': [0, 5]}}").matches(infinite)).isFalse();
    }

    @Test
    @Tag("large")
    void large_values_are_shortened_and_control_characters_made_visible() throws Exception {
        JsonNode large = JsonNodeFactory.instance.objectNode().put("a", "\u0007\u202E" + "x".repeat(10_000_000));

        assertThat(matcher("{'a': 'y'}").mismatches(large).get(0).was())
                .startsWith("\"\\u0007\\u202exxx")
                .endsWith("x…")
                .hasSize(401);
    }

    @Test
    void an_expectation_deeper_than_people_write_still_matches() throws Exception {
        String deep = "{'a':".repeat(900) + "1" + "}".repeat(900);

        assertThat(matcher(deep).matches(json(deep))).isTrue();
    }

    private static ArgumentMatcher matcher(String expected) throws InvalidExpectation {
        return Arguments.matcher(json(expected));
    }

    private static JsonNode json(String json) {
        try {
            return JSON.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
