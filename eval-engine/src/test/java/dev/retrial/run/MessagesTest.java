package dev.retrial.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.Handoff;
import dev.retrial.transcript.Transcript;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void calls_that_follow_each_other_are_one_message_with_a_result_each() throws IOException {
        Transcript transcript = Transcript.builder()
                .customer("Where is it?")
                .call("lookup", Cases.json().put("id", 1), Cases.json().put("paid", true))
                .failedCall("track", TextNode.valueOf("not json"), "No such order")
                .call("note", Cases.json())
                .agent("Lost.")
                .customer("Oh.")
                .agent("Sorry.")
                .build();
        assertThat(written(transcript)).isEqualTo("""
                        {"role":"user","content":"Where is it?"}
                        {"role":"assistant","content":null,"tool_calls":[\
                        {"id":"call_1","type":"function","function":{"name":"lookup","arguments":"{\\"id\\":1}"}},\
                        {"id":"call_2","type":"function","function":{"name":"track","arguments":"not json"}},\
                        {"id":"call_3","type":"function","function":{"name":"note","arguments":"{}"}}]}
                        {"role":"tool","tool_call_id":"call_1","content":"{\\"paid\\":true}"}
                        {"role":"tool","tool_call_id":"call_2","content":"No such order","status":"failed"}
                        {"role":"assistant","content":"Lost."}
                        {"role":"user","content":"Oh."}
                        {"role":"assistant","content":"Sorry."}
                        """);
    }

    @Test
    void a_handoff_of_the_answer_goes_with_its_reply() throws IOException {
        Transcript transcript = Transcript.of(List.of(
                new AgentReply(1, "I'll pass you on"),
                new Handoff(1, Cases.json().put("queue", "incidents")),
                new Handoff(2, TextNode.valueOf("again"))));
        assertThat(written(transcript)).isEqualTo("""
                        {"role":"assistant","content":"I'll pass you on","handoff":{"queue":"incidents"}}
                        {"role":"assistant","content":"","handoff":"again"}
                        """);
    }

    private static String written(Transcript transcript) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString("\n"));
            new Messages(transcript).write(json);
        }
        return text + "\n";
    }
}
