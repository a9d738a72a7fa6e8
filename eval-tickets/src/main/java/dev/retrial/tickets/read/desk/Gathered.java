package dev.retrial.tickets.read.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.read.ReadLimits;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Everything that was sorted to one ticket, each piece in its newest state. */
@API(status = API.Status.INTERNAL)
public interface Gathered {

    /** The ticket's id. */
    String id();

    /** Where the newest of a kind was read, or of anything where there is none of that kind. */
    String source(String kind);

    /** The pieces of a kind, by key; numeric keys in the order of their numbers. */
    List<Piece> all(String kind);

    /** The only piece of a kind, or null. */
    default @Nullable Piece one(String kind) {
        List<Piece> all = all(kind);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /** Those mentioned of a kind, by id. */
    Map<String, ObjectNode> shared(String kind);

    /** Whom the team knows to be its AI agent. */
    dev.retrial.tickets.read.AiAuthors aiAuthors();

    /** What is taken of a ticket. */
    ReadLimits limits();

    /** Something could not be used. */
    void problem(String source, String reason, String advice);

    /**
     * A piece of a ticket.
     *
     * @param key its id among its kind
     * @param fields what it says
     * @param source where the newest of it was read
     */
    record Piece(String key, Fields fields, String source) {}
}
