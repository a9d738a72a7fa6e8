package dev.retrial.results;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields of the result files, read strictly and written where there is something to write. */
final class Fields {

    private Fields() {}

    static void write(JsonGenerator json, String key, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(key, value);
        }
    }

    static void write(JsonGenerator json, String key, List<String> values) throws IOException {
        json.writeArrayFieldStart(key);
        for (int i = 0; i < values.size(); i++) {
            json.writeString(values.get(i));
        }
        json.writeEndArray();
    }

    static void write(JsonGenerator json, String key, Map<String, String> values) throws IOException {
        json.writeObjectFieldStart(key);
        for (Map.Entry<String, String> value : values.entrySet()) {
            json.writeStringField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
    }

    static String text(JsonParser json) throws IOException {
        expect(json, json.currentToken(), JsonToken.VALUE_STRING);
        return json.getText();
    }

    static List<String> texts(JsonParser json) throws IOException {
        List<String> texts = new ArrayList<>();
        expect(json, json.currentToken(), JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            texts.add(text(json));
        }
        return texts;
    }

    static Map<String, String> textsByName(JsonParser json) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        expect(json, json.currentToken(), JsonToken.START_OBJECT);
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            texts.put(key, text(json));
        }
        return texts;
    }

    static Instant instant(JsonParser json) throws IOException {
        String text = text(json);
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new JsonParseException(json, "'" + text + "' is no instant such as 2026-03-02T09:15:00.000Z");
        }
    }

    static void expect(JsonParser json, @Nullable JsonToken was, JsonToken expected) throws IOException {
        if (was != expected) {
            throw new JsonParseException(json, "expected " + expected + " but was " + was);
        }
    }

    static <T> T required(JsonParser json, String key, @Nullable T value) throws IOException {
        if (value == null) {
            throw new JsonParseException(json, "the key '" + key + "' is missing");
        }
        return value;
    }
}
