package dev.retrial.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {

    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "\"text\"",
                "null",
                "{}",
                "[]",
                "[[], {}, [[]], {\"a\": {}}]",
                "{\"a\": {\"b\": [1, {\"c\": null}, [true, false]], \"d\": \"x\"}, \"e\": [], \"f\": 2}",
                "{\"a\": [{\"a\": 1}, {\"a\": 2}], \"a b\": 3.10}",
                "[2147483648, 9223372036854775808, -0.5, 1e3]",
            })
    void reads_what_a_mapper_reads(String json) throws IOException {
        assertThat(read(json)).isEqualTo(MAPPER.readTree(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": [1, {\"b\": ", "[", "{\"a\"", "[1] 2", "", "[1,]", "{]}"})
    void what_is_no_value_or_more_than_one_is_refused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
    }

    @Test
    void stops_at_the_last_token_of_the_value() throws IOException {
        try (JsonParser json = JSON.createParser("[{\"a\": [1]}, 2]")) {
            json.nextToken();
            json.nextToken();

            assertThat(JsonTree.read(json)).isEqualTo(MAPPER.readTree("{\"a\": [1]}"));
            assertThat(json.nextIntValue(-1)).isEqualTo(2);
        }
    }

    private static JsonNode read(String text) throws IOException {
        try (JsonParser json = JSON.createParser(text)) {
            return JsonTree.readWhole(json);
        }
    }
}
