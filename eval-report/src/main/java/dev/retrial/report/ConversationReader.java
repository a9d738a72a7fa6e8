package dev.retrial.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.retrial.report.Conversation.Event;
import dev.retrial.report.Conversation.Kind;
import dev.retrial.results.RunDirectory;
import dev.retrial.wording.Texts;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the transcripts of a run, each on its own, so that memory holds one at a time. */
final class ConversationReader {

    static final JsonFactory JSON = JsonFactory.builder().build();

    /** A reply or a tool's answer may be megabytes; nobody reads that on a page. */
    static final int LONGEST_TEXT = 20_000;

    private final Path run;

    ConversationReader(RunDirectory directory) {
        this.run = directory.path().toAbsolutePath().normalize();
    }

    /** The conversation, or null where there is no such file within the run, or where it cannot be read. */
    @Nullable
    Conversation read(@Nullable String transcript) {
        if (transcript == null) {
            return null;
        }
        try {
            Path file = run.resolve(transcript).normalize();
            // Results may come from elsewhere; they must not make a page show other files of this machine.
            if (!file.startsWith(run)
                    || !Files.isRegularFile(file)
                    || !file.toRealPath().startsWith(run.toRealPath())) {
                return null;
            }
            try (JsonParser json = JSON.createParser(file.toFile())) {
                return read(json);
            }
        } catch (IOException | InvalidPathException unreadable) {
            return null;
        }
    }

    static Conversation read(JsonParser json) throws IOException {
        Messages messages = new Messages();
        if (json.nextToken() == JsonToken.START_OBJECT) {
            for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                JsonToken value = json.nextToken();
                if (key.equals("messages") && value == JsonToken.START_ARRAY) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        messages.add(json);
                    }
                } else {
                    json.skipChildren();
                }
            }
        }
        return new Conversation(messages.events);
    }

    /** Turns messages into events. */
    private static final class Messages {

        private final List<Event> events = new ArrayList<>();
        private final Map<String, Integer> calls = new HashMap<>();
        private int turn;

        void add(JsonParser json) throws IOException {
            String role = "";
            String content = "";
            String id = "";
            boolean failed = false;
            String handoff = null;
            List<String[]> called = new ArrayList<>(2);
            for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                JsonToken value = json.nextToken();
                switch (key) {
                    case "role" -> role = text(json);
                    case "content" -> content = text(json);
                    case "tool_call_id" -> id = text(json);
                    case "status" -> failed = text(json).equals("failed");
                    case "handoff" -> handoff = text(json);
                    case "tool_calls" -> {
                        while (value == JsonToken.START_ARRAY && json.nextToken() == JsonToken.START_OBJECT) {
                            called.add(call(json));
                        }
                    }
                    default -> json.skipChildren();
                }
            }
            switch (role) {
                case "user" -> events.add(Event.said(Kind.CUSTOMER, ++turn, content));
                case "tool" -> answered(id, content, failed);
                case "assistant" -> {
                    for (String[] call : called) {
                        calls.put(call[0], events.size());
                        events.add(new Event(Kind.CALL, turn, call[1], call[2], null, false));
                    }
                    if (!content.isEmpty() || (called.isEmpty() && handoff == null)) {
                        events.add(Event.said(Kind.AGENT, turn, content));
                    }
                    if (handoff != null) {
                        events.add(Event.said(Kind.HANDOFF, turn, handoff));
                    }
                }
                default -> {
                    // A system message is the agent's own affair.
                }
            }
        }

        private void answered(String id, String content, boolean failed) {
            Integer call = calls.get(id);
            if (call != null) {
                events.set(call, events.get(call).answered(content, failed));
            }
        }

        /** Id, name and arguments. */
        private static String[] call(JsonParser json) throws IOException {
            String[] call = {"", "", ""};
            for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                JsonToken value = json.nextToken();
                if (key.equals("id")) {
                    call[0] = text(json);
                } else if (key.equals("function") && value == JsonToken.START_OBJECT) {
                    for (String part = json.nextFieldName(); part != null; part = json.nextFieldName()) {
                        json.nextToken();
                        switch (part) {
                            case "name" -> call[1] = text(json);
                            case "arguments" -> call[2] = text(json);
                            default -> json.skipChildren();
                        }
                    }
                } else {
                    json.skipChildren();
                }
            }
            return call;
        }

        /** Text as it is, nothing for null, what else there is as JSON. */
        private static String text(JsonParser json) throws IOException {
            if (json.currentToken() == JsonToken.VALUE_NULL) {
                return "";
            }
            if (json.currentToken().isScalarValue()) {
                return Texts.cut(json.getText(), LONGEST_TEXT);
            }
            StringWriter text = new StringWriter();
            try (JsonGenerator out = JSON.createGenerator(text)) {
                out.copyCurrentStructure(json);
            }
            return Texts.cut(text.toString(), LONGEST_TEXT);
        }
    }
}
