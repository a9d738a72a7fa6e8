package dev.retrial.cli;

import dev.retrial.tickets.read.ReadProblem;
import dev.retrial.tickets.read.ReadSummary;
import dev.retrial.tickets.work.ImportStep;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code retrial import}: an export becomes redacted tickets. */
@Command(
        name = "import",
        description = "Reads a help desk's export, and keeps its tickets redacted in the working directory.",
        mixinStandardHelpOptions = true)
final class ImportCommand extends TicketCommand {

    private static final int PROBLEMS_SHOWN = 20;

    @Parameters(
            arity = "1..*",
            paramLabel = "EXPORT",
            description = "Files and directories as the help desk returned them: JSON, NDJSON, also gzip or zip.")
    private List<Path> exports = new ArrayList<>();

    @Option(
            names = "--system",
            paramLabel = "NAME",
            description = "zendesk, intercom, freshdesk, helpscout or neutral (default: by what the files look like).")
    private @Nullable String system;

    @Option(names = "--dry-run", description = "Say what would be imported, and keep nothing.")
    private boolean dryRun;

    ImportCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public Integer call() throws IOException {
        return print(ImportStep.run(work(), exports, system, key(), dryRun), dryRun, out());
    }

    /** Prints what an import came to; the exit code for it. */
    static int print(ImportStep.Result result, boolean dryRun, PrintWriter out) {
        ReadSummary read = result.read();
        StringBuilder systems = new StringBuilder();
        read.bySystem()
                .forEach((name, count) -> systems.append(systems.isEmpty() ? " (" : ", ")
                        .append(name)
                        .append(' ')
                        .append(number(count)));
        out.println((dryRun ? "Would import " : "Imported ") + count(read.tickets(), "ticket")
                + (systems.isEmpty() ? "" : systems + ")") + " with " + count(read.turns(), "turn") + " from "
                + count(read.files(), "file") + opened(result) + ".");
        out.println("New " + number(result.added()) + ", changed " + number(result.updated()) + ", unchanged "
                + number(result.unchanged()) + ", kept of earlier imports " + number(result.kept())
                + (result.removed() > 0 ? ", removed " + number(result.removed()) : "")
                + (result.forgotten() > 0 ? ", passed over as forgotten " + number(result.forgotten()) : "") + ".");
        if (!result.hidden().isEmpty()) {
            StringBuilder hidden = new StringBuilder();
            result.hidden()
                    .forEach((type, count) -> hidden.append(hidden.isEmpty() ? "" : ", ")
                            .append(type)
                            .append(' ')
                            .append(number(count)));
            out.println("Hidden: " + hidden + ".");
        }
        if (result.uncertain() > 0) {
            out.println("Masked, for you to look at in the review: " + number(result.uncertain()) + " in "
                    + count(result.withUncertain(), "ticket") + ".");
        }
        if (result.notRedacted() > 0) {
            out.println("Left out, since they could not be redacted: " + count(result.notRedacted(), "ticket") + ".");
        }
        if (read.problemCount() > 0) {
            out.println(count(read.problemCount(), "record") + " could not be read and "
                    + (read.problemCount() == 1 ? "was" : "were") + " passed over:");
            read.problems().stream()
                    .limit(PROBLEMS_SHOWN)
                    .map(ReadProblem::toString)
                    .forEach(line -> out.println("  " + line));
            if (read.problemCount() > PROBLEMS_SHOWN) {
                out.println("  … and " + number(read.problemCount() - PROBLEMS_SHOWN) + " more");
            }
        }
        out.flush();
        if (read.tickets() == 0 && result.forgotten() == 0) {
            return ExitCode.UNKNOWN;
        }
        return result.complete() ? ExitCode.GREEN : ExitCode.REGRESSION;
    }

    private static String opened(ImportStep.Result result) {
        return result.from() == null ? "" : ", opened " + result.from() + " to " + result.to();
    }

    static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
