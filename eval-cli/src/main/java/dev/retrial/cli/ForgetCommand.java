package dev.retrial.cli;

import dev.retrial.tickets.work.ForgetStep;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code retrial forget}: everything derived from a ticket goes, and a tombstone stays. */
@Command(
        name = "forget",
        description =
                "Removes everything that was derived from a ticket, and leaves a tombstone so that no import brings it back.",
        mixinStandardHelpOptions = true)
final class ForgetCommand extends TicketCommand {

    @Mixin
    private TicketName ticket = new TicketName();

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "target/retrial",
            description = "Results of runs to look through; may be given several times (default: ${DEFAULT-VALUE}).")
    private List<Path> results = List.of();

    @Option(names = "--dry-run", description = "Say what would go, and remove nothing.")
    private boolean dryRun;

    ForgetCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public Integer call() throws IOException {
        String reference = ticket.reference(this::key);
        if (reference == null) {
            throw wrong("name the help desk and the ticket's number (zendesk 48211), or its reference (hmac:…)");
        }
        List<String> removed = ForgetStep.run(work(), reference, results, LocalDate.now(ZoneOffset.UTC), dryRun);
        out().println(
                        removed.isEmpty()
                                ? reference + ": there was nothing" + (dryRun ? "." : "; a tombstone is left.")
                                : reference + (dryRun ? ": would go:" : ": gone:"));
        removed.forEach(line -> out().println("  " + line));
        if (!removed.isEmpty() && !dryRun) {
            out().println(
                            "Commit the change. What earlier commits, branches, and pages and comments made of results hold is not touched: rewrite or delete them where the request asks for it.");
        }
        out().flush();
        return ExitCode.GREEN;
    }
}
