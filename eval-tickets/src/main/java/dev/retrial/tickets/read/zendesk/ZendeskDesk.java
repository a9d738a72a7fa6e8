package dev.retrial.tickets.read.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.read.desk.Desk;
import dev.retrial.tickets.read.desk.Gathered;
import dev.retrial.tickets.read.desk.Sorting;
import dev.retrial.tickets.read.file.Position;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Reads what Zendesk's API and exports give. */
@API(status = API.Status.INTERNAL)
public final class ZendeskDesk implements Desk {

    /** What marks a page; the names that others use too come with something else of Zendesk's. */
    private static final Set<String> PAGES = Set.of(
            "tickets",
            "ticket",
            "users",
            "user",
            "organizations",
            "organization",
            "groups",
            "comments",
            "audits",
            "audit",
            "ticket_events",
            "ticket_metrics",
            "ticket_metric",
            "metric_sets",
            "satisfaction_ratings",
            "satisfaction_rating",
            "survey_responses",
            "survey_response");

    @Override
    public String system() {
        return "zendesk";
    }

    @Override
    public boolean recognises(ObjectNode value) {
        if (isRecord(value)) {
            return kind(value) != null;
        }
        for (String page : PAGES) {
            if (value.path(page).isContainerNode()) {
                return true;
            }
        }
        JsonNode first = value.path("events").path(0);
        if (value.path("events").isArray() && (first.path("author").isObject() || value.has("meta"))) {
            return true;
        }
        return value.path("results").path(0).has("result_type");
    }

    /** A record has an id, or is about a ticket; a page has neither. */
    private static boolean isRecord(ObjectNode value) {
        return value.path("id").isValueNode() && !value.path("id").isMissingNode()
                || value.path("ticket_id").isValueNode() && value.has("ticket_id");
    }

    /** What a record is, by its fields; null where nothing of Zendesk's is seen. */
    private static @Nullable String kind(JsonNode record) {
        if (record.has("result_type")) {
            return record.path("result_type").asText();
        }
        if (record.has("child_events")) {
            return "ticket_event";
        }
        if (record.path("events").isArray() && record.has("ticket_id")) {
            return "audit";
        }
        if (record.has("reply_time_in_minutes")
                || record.has("group_stations")
                || record.has("full_resolution_time_in_minutes")) {
            return "metric";
        }
        if (record.has("score") && record.has("ticket_id")) {
            return "rating";
        }
        if (record.has("requester_id") || record.has("submitter_id") || (record.has("subject") && record.has("via"))) {
            return "ticket";
        }
        if (record.path("status").asText().equals("deleted")) {
            return "ticket";
        }
        if (record.has("author") && record.has("content") && record.has("reference")) {
            return "log";
        }
        if (record.has("author_id") && (record.has("body") || record.has("html_body") || record.has("plain_body"))) {
            return "comment";
        }
        String role = record.path("role").asText();
        if (role.equals("end-user") || role.equals("agent") || role.equals("admin")) {
            return "user";
        }
        String url = record.path("url").asText();
        if (url.contains("/api/v2/organizations/") || record.has("organization_fields")) {
            return "organization";
        }
        if (url.contains("/api/v2/groups/")) {
            return "group";
        }
        if (url.contains("/api/v2/users/")) {
            return "user";
        }
        return url.contains("/api/v2/tickets/") ? "ticket" : null;
    }

    @Override
    public void sort(ObjectNode value, Position position, Sorting into) {
        ZendeskSorting sorting = new ZendeskSorting(value, position, into);
        if (isRecord(value)) {
            sorting.record(kind(value), value, position.before() > 0 ? position.text(0) : position.text());
            return;
        }
        sorting.page();
    }

    /** Sorts the records of a page whose array has no name of its own. */
    static @Nullable String kindOf(JsonNode record) {
        return kind(record);
    }

    @Override
    public boolean deleted(Gathered pieces) {
        Gathered.Piece ticket = pieces.one("ticket");
        return ticket != null && ticket.fields().node().path("status").asText().equals("deleted");
    }

    @Override
    public @Nullable SupportTicket assemble(Gathered pieces) {
        return new ZendeskTicket(pieces).assemble();
    }
}
