package dev.retrial.cli;

import dev.retrial.tickets.redact.RedactionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** How a command is told which ticket is meant: by its reference, or by its help desk and its number there. */
final class TicketName {

    @Parameters(
            arity = "1..2",
            paramLabel = "TICKET",
            description =
                    "A reference (hmac:…) as a case has it, or the help desk and the ticket's number there: zendesk 48211.")
    private List<String> words = new ArrayList<>();

    /** The keyed reference, or null where the words do not name a ticket. */
    @Nullable
    String reference(Supplier<RedactionKey> key) {
        if (words.size() == 1) {
            return words.get(0).startsWith("hmac:") ? words.get(0) : null;
        }
        return key.get().reference(words.get(0), words.get(1));
    }
}
