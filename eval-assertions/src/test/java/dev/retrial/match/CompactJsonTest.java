package dev.retrial.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "{\"a\":[1,{\"b\":null}],\"c\":\"x\"}", "\"a\\\\b\\\"c\\n\\r\\t\"", "1.25", "true"})
    void it_reads_as_it_was_written_without_blanks(String json) throws Exception {
        assertThat(CompactJson.of(new ObjectMapper()
                        .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .readTree(json)))
                .isEqualTo(json);
    }

    @Test
    void what_is_not_there_is_absent() {
        assertThat(CompactJson.of(MissingNode.getInstance())).isEqualTo("absent");
    }

    @Test
    void what_just_fits_is_not_shortened() {
        assertThat(CompactJson.of(TextNode.valueOf("abc"), 5)).isEqualTo("\"abc\"");
        assertThat(CompactJson.of(TextNode.valueOf("abcd"), 5)).isEqualTo("\"abcd…");
    }

    @Test
    void it_is_not_shortened_in_the_middle_of_a_character() {
        assertThat(CompactJson.of(TextNode.valueOf("abc\uD83D\uDE00def"), 5)).isEqualTo("\"abc…");
        assertThat(CompactJson.of(TextNode.valueOf("ab\uD83D\uDE00def"), 5)).isEqualTo("\"ab\uD83D\uDE00…");
    }

    @Test
    void of_a_large_list_or_map_only_the_beginning_is_written() throws Exception {
        String list = "[" + "1,".repeat(100_000) + "1]";
        String map = "{\"a\":1" + ",\"b\":{}".repeat(1) + ",\"c\":\"" + "x".repeat(1_000) + "\"}";

        assertThat(CompactJson.of(new ObjectMapper().readTree(list), 8)).isEqualTo("[1,1,1,1…");
        assertThat(CompactJson.of(new ObjectMapper().readTree(map), 10)).isEqualTo("{\"a\":1,\"b\"…");
    }
}
