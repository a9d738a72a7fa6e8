package dev.retrial.tickets.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.draft.CaseEdits;
import dev.retrial.tickets.draft.Decided;
import dev.retrial.tickets.draft.QueuedDraft;
import dev.retrial.tickets.draft.RejectReason;
import dev.retrial.tickets.review.Reviewed.Decision;
import dev.retrial.tickets.review.Reviewed.What;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the page decides, each on the version of the draft that whoever decides has seen. */
final class Decisions {

    private final Path suite;
    private final CaseEdits edits;
    private final Unsaved unsaved;
    private final Reviewed reviewed;

    Decisions(Path suite, CaseEdits edits, Unsaved unsaved, Reviewed reviewed) {
        this.suite = suite;
        this.edits = edits;
        this.unsaved = unsaved;
        this.reviewed = reviewed;
    }

    static Answer gone() {
        return Answer.error(409, "This draft does not wait any more: it was decided or removed elsewhere.");
    }

    Answer save(JsonNode sent) throws IOException {
        String id = sent.path("id").asText();
        Decided decided = edits.edit(id, version(sent), sent.path("yaml").asText());
        if (decided.isDone()) {
            unsaved.drop(id);
        }
        return answer(decided, null);
    }

    /** A draft that does not do on its own ticket what a case must is accepted only where somebody has said so. */
    Answer accept(JsonNode sent) throws IOException {
        QueuedDraft draft = find(sent);
        if (draft == null) {
            return gone();
        }
        String text = sent.path("yaml").isTextual() ? sent.path("yaml").asText() : draft.text();
        ObjectNode found = JsonNodeFactory.instance.objectNode();
        TriedText tried = TriedText.of(suite, draft.file(), text, found);
        if (tried.evalCase() == null) {
            return Answer.of(422, found.put("error", "This is no case yet: see the mistakes in the YAML."));
        }
        if (!tried.holds() && !sent.path("confirmed").asBoolean()) {
            return Answer.of(422, found.put("confirm", true).put("error", "This case does not guard anything yet."));
        }
        reviewed.about(new Decision(draft.id(), What.ACCEPT, ""));
        return finish(
                draft.id(),
                edits.accept(draft.id(), version(sent), text.equals(draft.text()) ? null : text),
                found.get("selfCheck"));
    }

    Answer reject(JsonNode sent) throws IOException {
        for (RejectReason reason : RejectReason.values()) {
            if (reason.key().equals(sent.path("reason").asText())) {
                String id = sent.path("id").asText();
                if (find(sent) == null) {
                    return gone();
                }
                reviewed.about(new Decision(id, What.REJECT, reason.key()));
                return finish(id, edits.reject(id, version(sent), reason), null);
            }
        }
        return Answer.error(422, "Choose a reason.");
    }

    Answer merge(JsonNode sent) throws IOException {
        QueuedDraft draft = find(sent);
        if (draft == null) {
            return gone();
        }
        String into = sent.path("into").asText();
        reviewed.about(new Decision(draft.id(), What.MERGE, into));
        return finish(draft.id(), edits.merge(draft.id(), version(sent), into), null);
    }

    /** Takes the last decision back; which one that was is asked for, since another page may have decided since. */
    Answer undo(JsonNode sent) throws IOException {
        Decided decided = edits.undo(sent.path("id").asText());
        if (decided.isDone()) {
            reviewed.goOn();
        }
        return answer(decided, null);
    }

    private Answer finish(String id, Decided decided, @Nullable JsonNode selfCheck) throws IOException {
        if (decided.isDone()) {
            unsaved.drop(id);
            if (edits.waiting().isEmpty()) {
                reviewed.end();
            }
        }
        return answer(decided, selfCheck);
    }

    private static Answer answer(Decided decided, @Nullable JsonNode selfCheck) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("message", decided.message()).put("file", decided.file());
        json.set("selfCheck", selfCheck);
        return switch (decided.how()) {
            case DONE -> Answer.of(json.put("done", true));
            case REFUSED -> Answer.of(422, json.put("error", sentence(decided.message())));
            case CHANGED_MEANWHILE ->
                Answer.of(409, json.put("conflict", true).put("error", sentence(decided.message())));
        };
    }

    private static String sentence(String message) {
        return message.isEmpty() ? "" : Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }

    private @Nullable QueuedDraft find(JsonNode sent) throws IOException {
        return edits.draft(sent.path("id").asText());
    }

    private static String version(JsonNode sent) {
        return sent.path("version").asText();
    }
}
