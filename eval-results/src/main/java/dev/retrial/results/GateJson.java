package dev.retrial.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** A gate's record as JSON. It is written once in a run, and only where there is a gate, so it is bound and not written field by field. */
final class GateJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private GateJson() {}

    static void write(GateRecord gate, JsonGenerator json) throws IOException {
        JSON.writeTree(json, JSON.<JsonNode>valueToTree(gate));
    }

    /** Reads the record that the parser stands at. */
    static GateRecord read(JsonParser json) throws IOException {
        return JSON.treeToValue(JSON.<JsonNode>readTree(json), GateRecord.class);
    }
}
