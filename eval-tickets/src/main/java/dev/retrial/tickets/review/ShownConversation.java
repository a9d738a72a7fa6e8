package dev.retrial.tickets.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.suite.CustomerTurn;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.ReferenceAnswer;
import dev.retrial.suite.ReferenceAnswer.ReferenceCall;
import dev.retrial.suite.ReferenceAnswer.ReferenceTurn;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SeenCall;
import dev.retrial.tickets.TicketTurn;
import dev.retrial.tickets.review.TicketSource.ShownTicket;
import dev.retrial.tickets.review.TicketSource.UncertainPlace;
import dev.retrial.tickets.triage.Evidence;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The ticket beside its draft, with what shows the failure and what somebody has to look at marked.
 *
 * <p>Of an internal note only the sentence that is evidence is given; the rest on demand.
 */
final class ShownConversation {

    private static final String EVIDENCE = "evidence";

    private ShownConversation() {}

    /** {@code {kept, turns: [{number, role, text, marks, calls, attachments, note}], loose: [{label, words, against}]}}. */
    static ObjectNode of(@Nullable EvalCase draft, @Nullable ShownTicket kept) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kept", kept != null);
        ArrayNode turns = json.putArray("turns");
        ArrayNode loose = json.putArray("loose");
        if (kept != null) {
            json.put("subject", kept.ticket().subject());
            ticket(turns, kept);
        } else if (draft != null) {
            draft(turns, draft);
        }
        if (kept != null && !kept.evidence().isEmpty()) {
            ofTriage(turns, loose, kept.evidence());
        } else if (draft != null && draft.draft() != null) {
            ofDraft(turns, loose, draft.draft().path("evidence"));
        }
        withhold(turns);
        return json;
    }

    /** The whole text of a turn, or null where there is none. */
    static @Nullable String text(ShownTicket kept, int number) {
        List<TicketTurn> turns = kept.ticket().turns();
        return number < 1 || number > turns.size()
                ? null
                : turns.get(number - 1).text();
    }

    /** What triage found, where it found it. */
    private static void ofTriage(ArrayNode turns, ArrayNode loose, List<Evidence> evidence) {
        for (Evidence one : evidence) {
            String label = label(one.rule());
            JsonNode turn = turns.path(one.turn());
            String text = turn.path("text").asText();
            if (one.score() > 0 && one.start() >= 0 && one.start() < one.end() && one.end() <= text.length()) {
                addMark((ObjectNode) turn, one.start(), one.end(), EVIDENCE, label);
            } else {
                loose.addObject().put("label", label).put("against", one.score() < 0);
            }
        }
    }

    /** What the draft says of it, where its words stand. */
    private static void ofDraft(ArrayNode turns, ArrayNode loose, JsonNode evidence) {
        for (JsonNode one : evidence) {
            String label = label(one.path("rule").asText("evidence"));
            String words = one.path("words").asText().strip();
            if (one.path("score").asDouble(1) < 0 || !mark(turns, words, label)) {
                loose.addObject()
                        .put("label", label)
                        .put("words", words)
                        .put("against", one.path("score").asDouble(1) < 0);
            }
        }
    }

    private static void ticket(ArrayNode turns, ShownTicket shown) {
        int number = 0;
        for (TicketTurn turn : shown.ticket().turns()) {
            ObjectNode json = turn(turns, ++number, turn.role(), turn.text());
            json.put("why", turn.roleEvidence());
            for (SeenCall call : turn.calls()) {
                ObjectNode one = json.withArray("/calls").addObject();
                one.put("tool", call.tool());
                one.put(
                        "arguments",
                        call.arguments() == null ? null : call.arguments().toString());
                one.put("result", call.result() == null ? null : text(call.result()));
                one.put("failed", Boolean.FALSE.equals(call.succeeded()));
            }
            turn.attachments().forEach(json.withArray("/attachments")::add);
            for (UncertainPlace place : shown.uncertain()) {
                boolean inside = place.start() >= 0
                        && place.start() < place.end()
                        && place.end() <= turn.text().length();
                if (place.turn() == number - 1 && inside) {
                    addMark(json, place.start(), place.end(), "uncertain", place.type());
                }
            }
        }
    }

    private static String text(JsonNode json) {
        return json.isTextual() ? json.textValue() : json.toString();
    }

    /** Where the ticket is not kept: what the draft itself holds of it. */
    private static void draft(ArrayNode turns, EvalCase draft) {
        int number = 0;
        for (CustomerTurn turn : draft.conversation()) {
            turn(turns, ++number, Role.CUSTOMER, turn.customer());
        }
        for (ReferenceAnswer observed : draft.observed()) {
            number = reference(turns, number, Role.AI_AGENT, observed);
        }
        for (ReferenceAnswer accepted : draft.accepted()) {
            number = reference(turns, number, Role.HUMAN_AGENT, accepted);
        }
    }

    private static int reference(ArrayNode turns, int before, Role role, ReferenceAnswer answer) {
        int number = before;
        for (ReferenceTurn turn : answer.turns()) {
            ObjectNode json = turn(turns, ++number, role, turn.reply() == null ? "" : turn.reply());
            List<ReferenceCall> calls = turn.calls() == null ? List.of() : turn.calls();
            for (ReferenceCall call : calls) {
                json.withArray("/calls")
                        .addObject()
                        .put("tool", call.tool())
                        .put("arguments", call.arguments().toString());
            }
        }
        return number;
    }

    private static ObjectNode turn(ArrayNode turns, int number, Role role, String text) {
        ObjectNode json = turns.addObject();
        json.put("number", number);
        json.put("role", role.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("text", text);
        json.putArray("marks");
        json.putArray("calls");
        json.putArray("attachments");
        return json;
    }

    /** Marks the words where they stand first; whether they stand anywhere. */
    private static boolean mark(ArrayNode turns, String words, String label) {
        for (JsonNode turn : turns) {
            int at = words.isEmpty() ? -1 : turn.path("text").asText().indexOf(words);
            if (at >= 0) {
                addMark((ObjectNode) turn, at, at + words.length(), EVIDENCE, label);
                return true;
            }
        }
        return false;
    }

    private static String label(String rule) {
        return rule.replace('-', ' ');
    }

    private static void addMark(ObjectNode turn, int start, int end, String kind, String label) {
        turn.withArray("/marks")
                .addObject()
                .put("start", start)
                .put("end", end)
                .put("kind", kind)
                .put("label", label);
    }

    /** Takes the text of internal notes away, but for the sentences around the evidence. */
    private static void withhold(ArrayNode turns) {
        for (JsonNode turn : turns) {
            if (turn.path("role").asText().equals("internal-note")) {
                ObjectNode note = (ObjectNode) turn;
                String text = note.path("text").asText();
                ArrayNode sentences = JsonNodeFactory.instance.arrayNode();
                for (JsonNode mark : note.path("marks")) {
                    if (mark.path("kind").asText().equals(EVIDENCE)) {
                        sentences
                                .addObject()
                                .put(
                                        "text",
                                        sentence(
                                                text,
                                                mark.path("start").asInt(),
                                                mark.path("end").asInt()))
                                .put("label", mark.path("label").asText());
                    }
                }
                note.remove("text");
                note.set("sentences", sentences);
                note.put("withheld", true);
            }
        }
    }

    private static String sentence(String text, int start, int end) {
        int from = start;
        while (from > 0 && !isEnd(text, from - 1)) {
            from--;
        }
        int to = end;
        while (to < text.length() && !isEnd(text, to - 1)) {
            to++;
        }
        return text.substring(from, to).strip();
    }

    private static boolean isEnd(String text, int at) {
        char c = text.charAt(at);
        boolean followed = at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1));
        return c == '\n' || (c == '.' || c == '!' || c == '?') && followed;
    }
}
