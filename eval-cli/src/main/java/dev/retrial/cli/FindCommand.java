package dev.retrial.cli;

import dev.retrial.tickets.work.WhereIs;
import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code retrial find}: from a ticket's number, under the key, to its case. */
@Command(
        name = "find",
        description = "Tells what was made of a ticket: its case, or why there is none.",
        mixinStandardHelpOptions = true)
final class FindCommand extends TicketCommand {

    @Mixin
    private TicketName ticket = new TicketName();

    FindCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public Integer call() throws IOException {
        String reference = ticket.reference(this::key);
        if (reference == null) {
            throw wrong("name the help desk and the ticket's number (zendesk 48211), or its reference (hmac:…)");
        }
        WhereIs.Answer answer = WhereIs.find(work(), reference);
        out().println(answer.reference()
                + (answer.imported()
                        ? ": imported"
                        : answer.isKnown() ? "" : ": nothing is known of it under this key"));
        answer.lines().forEach(line -> out().println("  " + line));
        out().flush();
        return answer.isKnown() ? ExitCode.GREEN : ExitCode.REGRESSION;
    }
}
