package dev.retrial.cli;

import dev.retrial.tickets.redact.RedactionKey;
import dev.retrial.tickets.work.DraftStep;
import dev.retrial.tickets.work.ImportStep;
import dev.retrial.tickets.work.TicketWork;
import dev.retrial.tickets.work.TriageStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code retrial tickets}: import, triage and draft, one after the other. */
@Command(
        name = "tickets",
        description = "Imports an export, triages its tickets and drafts a case for each new failure.",
        mixinStandardHelpOptions = true)
final class TicketsCommand extends TicketCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "EXPORT",
            description = "Files and directories as the help desk returned them.")
    private List<Path> exports = new ArrayList<>();

    @Option(
            names = "--system",
            paramLabel = "NAME",
            description = "zendesk, intercom, freshdesk, helpscout or neutral (default: by what the files look like).")
    private @Nullable String system;

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "How many new drafts at most, those first that most tickets tell (default: all).")
    private int most;

    TicketsCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public Integer call() throws IOException {
        if (most < 0) {
            throw wrong("--most takes a number above 0");
        }
        RedactionKey key = key();
        TicketWork work = work();
        int imported = ImportCommand.print(ImportStep.run(work, exports, system, key, false), false, out());
        if (imported == ExitCode.UNKNOWN) {
            return imported;
        }
        out().println();
        TriageCommand.print(TriageStep.run(work, false), out());
        out().println();
        int drafted = DraftCommand.print(DraftStep.run(work, key, most, false), false, out());
        out().println();
        out().println("Next: retrial review");
        out().flush();
        return Math.max(imported, drafted);
    }
}
