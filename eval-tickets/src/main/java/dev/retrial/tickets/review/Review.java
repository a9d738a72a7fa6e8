package dev.retrial.tickets.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Ticket;
import dev.retrial.tickets.draft.CaseEdits;
import dev.retrial.tickets.draft.CaseYaml;
import dev.retrial.tickets.draft.QueuedDraft;
import dev.retrial.tickets.draft.WaitingDraft;
import java.io.Closeable;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the page asks. A draft is named by its id, which is looked up in the queue; no request names a file.
 *
 * <p>What is asked has been let in by {@link Access}.
 */
final class Review implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_CASES = 50;

    private final Answer page;
    private final Path suite;
    private final TicketSource tickets;
    private final CaseEdits edits;
    private final Unsaved unsaved;
    private final Reviewed reviewed;
    private final Decisions decisions;
    private final DraftQueue lines = new DraftQueue();

    private Review(Answer page, Path suite, TicketSource tickets, CaseEdits edits, Unsaved unsaved, Reviewed reviewed) {
        this.page = page;
        this.suite = suite;
        this.tickets = tickets;
        this.edits = edits;
        this.unsaved = unsaved;
        this.reviewed = reviewed;
        this.decisions = new Decisions(suite, edits, unsaved, reviewed);
    }

    static Review of(ReviewSettings settings, CaseEdits edits) throws IOException {
        // So that a suite that cannot be read is told by the command and not by the page.
        edits.waiting();
        return new Review(
                ReviewPage.load(),
                settings.suite().toRealPath(),
                settings.tickets(),
                edits,
                new Unsaved(settings.work()),
                Reviewed.open(settings.work()));
    }

    @Override
    public void close() throws IOException {
        edits.close();
    }

    Answer answer(Request request, byte[] body) throws IOException {
        return request.isWrite() ? write(request.path(), body) : read(request);
    }

    private Answer read(Request request) throws IOException {
        return switch (request.path()) {
            case "/" -> page;
            case "/api/queue" -> queue();
            case "/api/draft" -> draft(request);
            case "/api/note" -> note(request);
            case "/api/cases" -> cases(request);
            default -> nothingHere(request.path());
        };
    }

    private Answer write(String path, byte[] body) throws IOException {
        JsonNode sent;
        try {
            sent = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return Answer.error(400, "This is not the JSON that the page sends.");
        }
        if (sent == null || !sent.isObject()) {
            return Answer.error(400, "This is not the JSON that the page sends.");
        }
        return switch (path) {
            case "/api/check" -> check(sent);
            case "/api/keep" -> keep(sent);
            case "/api/drop" -> drop(sent);
            case "/api/save" -> decisions.save(sent);
            case "/api/accept" -> decisions.accept(sent);
            case "/api/reject" -> decisions.reject(sent);
            case "/api/merge" -> decisions.merge(sent);
            case "/api/undo" -> decisions.undo(sent);
            default -> nothingHere(path);
        };
    }

    private static Answer nothingHere(String path) {
        boolean known = Set.of(
                        "/",
                        "/api/queue",
                        "/api/draft",
                        "/api/note",
                        "/api/cases",
                        "/api/check",
                        "/api/keep",
                        "/api/drop",
                        "/api/save",
                        "/api/accept",
                        "/api/reject",
                        "/api/merge",
                        "/api/undo")
                .contains(path);
        return known ? Answer.error(405, "This is asked in another way.") : Answer.error(404, "There is nothing here.");
    }

    private Answer queue() throws IOException {
        List<WaitingDraft> queue = edits.waiting();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Path name = suite.getFileName();
        json.put("suite", name == null ? "suite" : name.toString());
        json.set("drafts", lines.of(queue, unsaved));
        json.set("choices", DraftQueue.choices(TriedText.suite(suite)));
        ArrayNode decided = json.putArray("decided");
        for (Reviewed.Decision decision : reviewed.decided(ids(queue))) {
            decided.addObject()
                    .put("id", decision.id())
                    .put("what", decision.what().name().toLowerCase(java.util.Locale.ROOT))
                    .put("detail", decision.detail());
        }
        CaseEdits.LastDecision last = edits.last();
        if (last != null) {
            json.putObject("last").put("what", last.what()).put("id", last.draft());
        }
        ArrayNode unsettled = json.putArray("unsettled");
        edits.unsettled().forEach(unsettled::add);
        return Answer.of(json);
    }

    private static Set<String> ids(List<WaitingDraft> queue) {
        Set<String> ids = new HashSet<>();
        queue.forEach(draft -> ids.add(draft.id()));
        return ids;
    }

    private Answer draft(Request request) throws IOException {
        CaseEdits.Beside beside = edits.beside(parameter(request, "id"));
        if (beside == null) {
            return Decisions.gone();
        }
        QueuedDraft draft = beside.draft();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", draft.id()).put("file", draft.file()).put("version", draft.version());
        json.put("newer", draft.proposed());
        Unsaved.Text typed = unsaved.find(draft.id());
        boolean current = typed != null && typed.version().equals(draft.version());
        String text = current && typed != null ? typed.yaml() : draft.text();
        json.put("saved", draft.text());
        json.put("unsaved", typed == null ? null : typed.yaml());
        json.put("outdated", typed != null && !current);
        addText(json, draft, text);
        EvalCase read = draft.evalCase();
        json.set("conversation", ShownConversation.of(read, ticket(read)));
        List<NearCases.Near> near = read == null ? List.of() : NearCases.find(read, beside.cases(), "");
        if (!near.isEmpty() && near.get(0).similarity() >= NearCases.NEAR) {
            json.set("near", near(near.get(0)));
        }
        return Answer.of(json);
    }

    private void addText(ObjectNode json, QueuedDraft draft, String text) throws IOException {
        json.put("yaml", text);
        json.set("tree", CaseTree.read(text));
        TriedText.of(suite, draft.file(), text, json);
    }

    private Answer note(Request request) throws IOException {
        QueuedDraft draft = find(parameter(request, "id"));
        TicketSource.ShownTicket shown = draft == null ? null : ticket(draft.evalCase());
        String number = parameter(request, "turn");
        boolean isNumber = number.matches("[0-9]{1,6}");
        String text = shown == null || !isNumber ? null : ShownConversation.text(shown, Integer.parseInt(number));
        return text == null
                ? Answer.error(404, "This note is not kept any more.")
                : Answer.of(JsonNodeFactory.instance.objectNode().put("text", text));
    }

    private Answer cases(Request request) throws IOException {
        CaseEdits.Beside beside = edits.beside(parameter(request, "id"));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode cases = json.putArray("cases");
        EvalCase read = beside == null ? null : beside.draft().evalCase();
        List<NearCases.Near> found =
                NearCases.find(read, beside == null ? edits.cases(null) : beside.cases(), parameter(request, "q"));
        for (NearCases.Near near : found.subList(0, Math.min(found.size(), MOST_CASES))) {
            cases.add(near(near));
        }
        json.put("more", Math.max(0, found.size() - MOST_CASES));
        return Answer.of(json);
    }

    private static ObjectNode near(NearCases.Near near) {
        EvalCase one = near.evalCase();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", one.id()).put("title", one.title());
        json.put("failure", one.failure() == null ? "" : one.failure().key());
        json.put("seen", one.ticket() == null ? 1 : one.ticket().seen());
        json.put(
                "says",
                one.conversation().isEmpty() ? "" : one.conversation().get(0).customer());
        json.put("similarity", Math.round(near.similarity() * 100));
        json.put("near", near.similarity() >= NearCases.NEAR);
        return json;
    }

    /** What the text would be as a case; first with the changes of the form, if there are any. */
    private Answer check(JsonNode sent) throws IOException {
        QueuedDraft draft = find(sent.path("id").asText());
        if (draft == null) {
            return Decisions.gone();
        }
        String text = sent.path("yaml").asText();
        if (!sent.path("edits").isEmpty()) {
            ObjectNode tree = CaseTree.read(text);
            if (tree == null) {
                return Answer.error(422, "The YAML has mistakes: correct them there first.");
            }
            try {
                FormEdits.apply(tree, sent.path("edits"));
                text = CaseYaml.write(tree);
            } catch (IllegalArgumentException e) {
                return Answer.error(422, "This cannot be written down as it is.");
            }
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        addText(json, draft, text);
        return Answer.of(json);
    }

    private Answer keep(JsonNode sent) throws IOException {
        QueuedDraft draft = find(sent.path("id").asText());
        if (draft == null) {
            return Decisions.gone();
        }
        unsaved.keep(
                draft.id(),
                new Unsaved.Text(
                        sent.path("version").asText(), sent.path("yaml").asText()));
        return Answer.of(JsonNodeFactory.instance.objectNode().put("kept", true));
    }

    private Answer drop(JsonNode sent) throws IOException {
        unsaved.drop(sent.path("id").asText());
        return Answer.of(JsonNodeFactory.instance.objectNode().put("dropped", true));
    }

    private @Nullable QueuedDraft find(String id) throws IOException {
        return edits.draft(id);
    }

    private TicketSource.@Nullable ShownTicket ticket(@Nullable EvalCase draft) throws IOException {
        Ticket ticket = draft == null ? null : draft.ticket();
        return ticket == null || ticket.ref() == null ? null : tickets.find(ticket.ref());
    }

    private static String parameter(Request request, String name) {
        String query = request.query() == null ? "" : request.query();
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }
}
