package dev.retrial.tickets.duplicate;

import dev.retrial.suite.FailureClass;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** {@code tickets/rejected.jsonl}: what people have rejected, one JSON object a line, with {@code ref}, {@code class}, {@code signature} and {@code reason}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RejectedTickets {

    private RejectedTickets() {}

    /**
     * Reads the list; empty where there is no file. A line without a reference is passed over, since no ticket can be it; one without a signature is known by
     * its reference alone.
     *
     * @throws IOException where a line cannot be read; the message says which one
     */
    public static List<RejectedTicket> read(Path file) throws IOException {
        List<RejectedTicket> rejected = new ArrayList<>();
        TicketLists.read(file, line -> {
            String ref = line.path("ref").textValue();
            if (ref != null) {
                String signature = line.path("signature").textValue();
                rejected.add(new RejectedTicket(
                        ref,
                        failure(line.path("class").textValue()),
                        signature == null ? Signature.NONE : Signature.parse(signature),
                        line.path("reason").asText("")));
            }
        });
        return rejected;
    }

    /** A class that a later version knows is none to this one. */
    private static @Nullable FailureClass failure(@Nullable String key) {
        for (FailureClass failure : FailureClass.values()) {
            if (failure.key().equals(key)) {
                return failure;
            }
        }
        return null;
    }
}
