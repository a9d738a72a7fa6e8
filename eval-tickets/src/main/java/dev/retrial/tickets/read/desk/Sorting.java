package dev.retrial.tickets.read.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Where a reader puts the pieces of what it takes apart. */
@API(status = API.Status.INTERNAL)
public interface Sorting {

    /**
     * A piece of a ticket.
     *
     * @param key its id among the pieces of its kind; null where it has none, so that only an equal piece is the same
     * @param version when it was last changed, in milliseconds; 0 where that is not known
     */
    void piece(String ticket, String kind, @Nullable String key, long version, JsonNode piece, String position);

    /** Somebody whom tickets mention by kind and id. */
    void shared(String kind, String id, long version, ObjectNode who, String position);

    /** A ticket mentions somebody; a missing id is passed over. */
    void mention(String ticket, String kind, @Nullable String id);

    /** Something could not be used. */
    void problem(String position, String reason, String advice);
}
