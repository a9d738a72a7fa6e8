package dev.retrial.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.retrial.check.InvalidExpectation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code $same-as} within every other matcher that can hold one. */
class ReferringMatchersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            {'a': ID}                          | {'a': 'A-1'}           | {'a': 'A-2'}
            {'a': {'b': ID}}                   | {'a': {'b': 'A-1'}}    | {'a': {'b': 'A-2'}}
            {'a': [1, ID]}                     | {'a': [1, 'A-1']}      | {'a': [1, 'A-2']}
            {'a': {'$not': ID}}                | {'a': 'A-2'}           | {'a': 'A-1'}
            {'a': {'$optional': ID}}           | {'a': 'A-1'}           | {'a': 'A-2'}
            {'a': {'$one-of': ['x', ID]}}      | {'a': 'A-1'}           | {'a': 'A-2'}
            {'a': {'$contains': [ID]}}         | {'a': ['x', 'A-1']}    | {'a': ['x', 'A-2']}
            {'a': {'$each': ID}}               | {'a': ['A-1', 'A-1']}  | {'a': ['A-1', 'A-2']}
            {'a': {'$unordered': [ID, 'x']}}   | {'a': ['x', 'A-1']}    | {'a': ['x', 'A-2']}
            {'a': {'$exact': {'b': ID}}}       | {'a': {'b': 'A-1'}}    | {'a': {'b': 'A-1', 'c': 1}}
            {'$exact': {'a': ID}}              | {'a': 'A-1'}           | {'a': 'A-2'}
            """)
    void what_is_referred_to_is_found_at_any_depth(String expected, String matching, String other) throws Exception {
        ArgumentMatcher matcher = matcher(expected.replace("ID", "{'$same-as': 'facts.id'}"));

        assertThat(matcher.refers()).isTrue();
        assertThat(matcher.with(path -> json("'A-1'")).matches(json(matching))).isTrue();
        assertThat(matcher.with(path -> json("'A-1'")).matches(json(other))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'a': 1}",
                "{'a': {'$not': 1}}",
                "{'a': {'$optional': 1}}",
                "{'a': {'$one-of': [1]}}",
                "{'a': {'$contains': [1]}}",
                "{'a': {'$each': 1}}",
                "{'a': {'$unordered': [1]}}",
                "{'$exact': {'a': [1]}}",
                "{}"
            })
    void what_refers_to_nothing_is_left_as_it_is(String expected) throws Exception {
        ArgumentMatcher matcher = matcher(expected);

        assertThat(matcher.refers()).isFalse();
        assertThat(matcher.with(path -> json("1"))).isSameAs(matcher);
    }

    @Test
    void the_reference_is_looked_up_by_its_steps() throws Exception {
        ArgumentMatcher matcher = matcher("{'a': {'$same-as': '$result.lookup_order.owner.name'}}")
                .with(path -> path.equals(List.of("result", "lookup_order", "owner", "name"))
                        ? json("'Dana'")
                        : MissingNode.getInstance());

        assertThat(matcher.matches(json("{'a': 'Dana'}"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            '1042'            | 1042
            1042              | '1042'
            '-12.50'          | -12.5
            12                | 12.0
            {'b': [1, 2]}     | {'b': [1.0, 2]}
            null              | null
            """)
    void a_number_may_be_text_on_one_side(String meant, String sent) throws Exception {
        assertThat(sameAs(meant).matches(json("{'a': " + sent + "}"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            '1042'            | 1043
            '1042'            | '1042.0'
            '1e3'             | 1000
            '0x10'            | 16
            '1-2'             | 1
            ''                | 0
            '+5'              | 5
            {'b': 1}          | {'b': 1, 'c': 2}
            [1]               | 1
            1                 | true
            """)
    void and_nothing_else_is_the_same(String meant, String sent) throws Exception {
        assertThat(sameAs(meant).matches(json("{'a': " + sent + "}"))).isFalse();
    }

    @Test
    void a_key_that_is_not_there_is_the_same_as_nothing() throws Exception {
        assertThat(sameAs("null").matches(json("{}"))).isFalse();
    }

    private static ArgumentMatcher sameAs(String meant) throws InvalidExpectation {
        return matcher("{'a': {'$same-as': 'facts.a'}}").with(path -> json(meant));
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
