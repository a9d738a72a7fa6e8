package dev.retrial.tickets.read.helpscout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.read.desk.Desk;
import dev.retrial.tickets.read.desk.Fields;
import dev.retrial.tickets.read.desk.Gathered;
import dev.retrial.tickets.read.desk.Ids;
import dev.retrial.tickets.read.desk.Sorting;
import dev.retrial.tickets.read.desk.Who;
import dev.retrial.tickets.read.file.Position;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Reads what Help Scout's API gives: pages whose {@code _embedded} holds the records, and ratings. */
@API(status = API.Status.INTERNAL)
public final class HelpScoutDesk implements Desk {

    private static final List<String> EMBEDDED = List.of("conversations", "threads", "customers", "users", "ratings");

    private static final Set<String> THREADS = Set.of(
            "customer",
            "message",
            "reply",
            "note",
            "chat",
            "beaconchat",
            "lineitem",
            "phone",
            "forwardparent",
            "forwardchild");

    @Override
    public String system() {
        return "helpscout";
    }

    @Override
    public boolean recognises(ObjectNode value) {
        for (String name : EMBEDDED) {
            if (value.path("_embedded").path(name).isArray()) {
                return true;
            }
        }
        return value.path("results").path(0) instanceof ObjectNode rating && isRating(rating) || kind(value) != null;
    }

    private static boolean isRating(JsonNode record) {
        return record.has("ratingId") || record.has("ratingComments") || record.has("ratingCustomerId");
    }

    private static @Nullable String kind(JsonNode record) {
        if (record.has("mailboxId")
                || record.has("primaryCustomer")
                || record.has("customerWaitingSince") && record.has("createdBy")) {
            return "conversation";
        }
        if (isRating(record)) {
            return "rating";
        }
        if (record.has("createdBy") && (THREADS.contains(record.path("type").asText()) || record.has("savedReplyId"))) {
            return "thread";
        }
        if (record.has("photoUrl") || record.has("photoType")) {
            return record.has("mention") || record.has("timezone") || record.has("role") ? "user" : "customer";
        }
        return null;
    }

    @Override
    public void sort(ObjectNode value, Position position, Sorting into) {
        String own = position.before() > 0 ? position.text(0) : position.text();
        if (value.path("results").isArray()) {
            int index = 0;
            for (JsonNode rating : value.path("results")) {
                rating(rating, position.text(index++), into);
            }
            return;
        }
        if (value.has("id")) {
            record(kind(value), value, position, own, value, into);
            return;
        }
        for (String name : EMBEDDED) {
            int index = 0;
            for (JsonNode record : value.path("_embedded").path(name)) {
                String at = position.text(index++);
                if (record instanceof ObjectNode object) {
                    record(name.substring(0, name.length() - 1), object, position, at, value, into);
                } else {
                    into.problem(at, "a record is not an object", "it was left out");
                }
            }
        }
    }

    private static void record(
            @Nullable String kind, ObjectNode record, Position position, String at, ObjectNode page, Sorting into) {
        if (kind == null) {
            into.problem(at, "a record is none that is known of Help Scout", "it was left out");
            return;
        }
        Fields fields = fields(record, at, into);
        switch (kind) {
            case "conversation" -> conversation(fields, at, into);
            case "thread" -> {
                String conversation = conversationOf(record, page, position);
                if (conversation == null) {
                    conversation = Ids.standIn(position.file());
                    into.problem(
                            at,
                            "a thread does not say whose conversation's it is",
                            "its page was taken for a conversation of its own; name the file after the conversation, such as conversation-35436-threads.json");
                }
                thread(conversation, fields, at, into);
            }
            case "rating" -> rating(record, at, into);
            case "customer" -> person("customer", fields, Role.CUSTOMER, at, into);
            default -> person("user", fields, Role.HUMAN_AGENT, at, into);
        }
    }

    private static Fields fields(JsonNode record, String at, Sorting into) {
        return new Fields(record, complaint -> into.problem(at, complaint, "it was left out, the record was kept"));
    }

    /** A list of threads tells it by its own address, a thread alone by its; else the file's name does. */
    private static @Nullable String conversationOf(ObjectNode thread, ObjectNode page, Position position) {
        for (JsonNode links : List.of(page.path("_links"), thread.path("_links"))) {
            for (String link : List.of("self", "conversation", "first", "last", "next", "page", "createdByCustomer")) {
                JsonNode href = links.path(link).path("href");
                String id = href.isTextual() ? Ids.inAddress(href.textValue(), "conversations") : null;
                if (id != null) {
                    return id;
                }
            }
        }
        return Ids.inFileName(position.file());
    }

    private static void conversation(Fields conversation, String at, Sorting into) {
        String id = conversation.id("id");
        if (id == null) {
            into.problem(at, "a conversation has no `id`", "it was left out");
            return;
        }
        ObjectNode rest = ((ObjectNode) conversation.node()).deepCopy();
        for (Fields thread : conversation.object("_embedded").objects("threads")) {
            thread(id, thread, at, into);
        }
        rest.remove(List.of("_embedded", "_links", "preview"));
        into.mention(id, "customer", conversation.object("primaryCustomer").id("id"));
        into.mention(id, "user", conversation.object("assignee").id("id"));
        into.piece(id, "conversation", "", version(conversation), rest, at);
    }

    private static void thread(String conversation, Fields thread, String at, Sorting into) {
        Fields by = thread.object("createdBy");
        into.mention(conversation, "customer".equals(by.text("type")) ? "customer" : "user", by.id("id"));
        into.mention(conversation, "customer", thread.object("customer").id("id"));
        // Version 3 tells of the AI what version 2 hides, so it is the newer of the two.
        boolean says = "system_user".equals(by.text("type"));
        into.piece(conversation, "thread", thread.id("id"), says ? 1 : 0, thread.node(), at);
    }

    private static void rating(JsonNode record, String at, Sorting into) {
        if (!(record instanceof ObjectNode object)) {
            return;
        }
        Fields rating = fields(object, at, into);
        String conversation = rating.id("conversationId");
        conversation = conversation == null && isRating(record) ? rating.id("id") : conversation;
        if (conversation != null) {
            String thread = rating.id("threadid");
            into.piece(conversation, "rating", thread == null ? rating.id("threadId") : thread, 0, record, at);
        }
    }

    private static void person(String kind, Fields person, Role role, String at, Sorting into) {
        String id = person.id("id");
        if (id == null) {
            return;
        }
        Who who = name(new Who(id), person).role(role).organisation(person.text("organization"));
        for (Fields email : person.object("_embedded").objects("emails")) {
            who.email(email.text("value"));
        }
        for (Fields phone : person.object("_embedded").objects("phones")) {
            who.phone(phone.text("value"));
        }
        into.shared(kind, id, version(person), who.json(), at);
    }

    static Who name(Who who, Fields person) {
        String first = person.text("first");
        String last = person.text("last");
        who.name(first == null ? person.filled("firstName") : first, last == null ? person.filled("lastName") : last);
        return who.email(person.text("email")).phone(person.text("phone"));
    }

    private static long version(Fields record) {
        long latest = 0;
        for (String key : List.of("userUpdatedAt", "updatedAt", "closedAt", "createdAt")) {
            Instant time = record.time(key);
            latest = time == null ? latest : Math.max(latest, time.toEpochMilli());
        }
        return latest;
    }

    @Override
    public boolean deleted(Gathered pieces) {
        Gathered.Piece conversation = pieces.one("conversation");
        return conversation != null
                && conversation.fields().node().path("state").asText().equals("deleted");
    }

    @Override
    public @Nullable SupportTicket assemble(Gathered pieces) {
        return new HelpScoutTicket(pieces).assemble();
    }
}
