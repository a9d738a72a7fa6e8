package dev.retrial.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.report.Conversation.Event;
import dev.retrial.report.Conversation.Kind;
import dev.retrial.results.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationReaderTest {

    @TempDir
    private Path directory;

    private Path run;

    @BeforeEach
    void begin() throws IOException {
        run = Files.createDirectory(directory.resolve("run"));
    }

    @Test
    void calls_get_their_answers_and_turns_are_counted() {
        Conversation conversation = read("""
                {"messages":[
                {"role":"system","content":"Be kind."},
                {"role":"user","content":"Hello"},
                {"role":"assistant","content":null,"tool_calls":[
                  {"id":"1","type":"function","function":{"name":"look","arguments":"{\\"a\\":1}"}},
                  {"id":"2","type":"function","function":{"name":"write","arguments":{"b":2}}}]},
                {"role":"tool","tool_call_id":"2","content":"no","status":"failed"},
                {"role":"tool","tool_call_id":"1","content":"yes"},
                {"role":"assistant","content":"Good day.","handoff":{"queue":"x"}},
                {"role":"user","content":"Bye"}]}""");

        assertThat(conversation).isNotNull();
        assertThat(conversation.events())
                .containsExactly(
                        Event.said(Kind.CUSTOMER, 1, "Hello"),
                        new Event(Kind.CALL, 1, "look", "{\"a\":1}", "yes", false),
                        new Event(Kind.CALL, 1, "write", "{\"b\":2}", "no", true),
                        Event.said(Kind.AGENT, 1, "Good day."),
                        Event.said(Kind.HANDOFF, 1, "{\"queue\":\"x\"}"),
                        Event.said(Kind.CUSTOMER, 2, "Bye"));
    }

    @Test
    void a_path_does_not_lead_out_of_the_run() throws IOException {
        Files.writeString(
                directory.resolve("secret.json"), "{\"messages\":[{\"role\":\"user\",\"content\":\"secret\"}]}");
        Files.createSymbolicLink(run.resolve("link.json"), directory.resolve("secret.json"));
        ConversationReader reader = new ConversationReader(new RunDirectory(run));

        assertThat(reader.read("../secret.json")).isNull();
        assertThat(reader.read(directory.resolve("secret.json").toString())).isNull();
        assertThat(reader.read("link.json")).isNull();
    }

    @Test
    void what_cannot_be_read_is_not_at_hand() {
        assertThat(read("{\"messages\":[{\"role\":")).isNull();
        assertThat(new ConversationReader(new RunDirectory(run)).read("none.json"))
                .isNull();
        assertThat(new ConversationReader(new RunDirectory(run)).read("\0")).isNull();
    }

    @Test
    void a_text_of_megabytes_is_cut() {
        Conversation conversation =
                read("{\"messages\":[{\"role\":\"user\",\"content\":\"" + "x".repeat(3_000_000) + "\"}]}");

        assertThat(conversation).isNotNull();
        assertThat(conversation.events().get(0).text())
                .hasSize(ConversationReader.LONGEST_TEXT)
                .endsWith("…");
    }

    private Conversation read(String transcript) {
        try {
            Files.writeString(run.resolve("t.json"), transcript);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new ConversationReader(new RunDirectory(run)).read("t.json");
    }
}
