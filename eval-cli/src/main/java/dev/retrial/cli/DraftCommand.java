package dev.retrial.cli;

import dev.retrial.tickets.draft.DraftOutcome;
import dev.retrial.tickets.duplicate.Finding;
import dev.retrial.tickets.work.DraftStep;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code retrial draft}: a case file for each new failure. */
@Command(
        name = "draft",
        description = "Proposes a case for each new failure among the triaged tickets, as a draft in the suite.",
        mixinStandardHelpOptions = true)
final class DraftCommand extends TicketCommand {

    private static final int SHOWN = 20;

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "How many new drafts at most, those first that most tickets tell (default: all).")
    private int most;

    @Option(names = "--dry-run", description = "Say what would be written, and write nothing.")
    private boolean dryRun;

    DraftCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public Integer call() throws IOException {
        if (most < 0) {
            throw wrong("--most takes a number above 0");
        }
        return print(DraftStep.run(work(), key(), most, dryRun), dryRun, out());
    }

    /** Prints what drafting came to; the exit code for it. */
    static int print(DraftStep.Result result, boolean dryRun, PrintWriter out) {
        out.println("Of " + ImportCommand.count(result.failures(), "failure") + ": "
                + ImportCommand.count(result.kinds().getOrDefault(Finding.Kind.NEW, 0L), "new story")
                        .replace("storys", "stories")
                + ", " + ImportCommand.number(result.kinds().getOrDefault(Finding.Kind.REPEATS_TICKET, 0L))
                + " that repeat one of them, "
                + ImportCommand.number(result.kinds().getOrDefault(Finding.Kind.REPEATS_CASE, 0L))
                + " that a case has already, "
                + ImportCommand.number(result.kinds().getOrDefault(Finding.Kind.REPEATS_REJECTED, 0L))
                + " that were rejected.");
        result.seen()
                .forEach((id, seen) -> out.println(
                        dryRun
                                ? "  " + id + " would be counted " + seen + " times more"
                                : "  " + id + " is now seen " + seen + " times"));
        out.println(
                result.written().isEmpty()
                        ? "No new draft."
                        : (dryRun ? "Would write " : "Wrote ")
                                + ImportCommand.count(result.written().size(), "draft")
                                + (result.families() > 0 ? ", some of which belong together:" : ":"));
        result.written().stream()
                .limit(SHOWN)
                .forEach(one -> out.println("  " + one.id()
                        + (one.seen() > 1 ? "  (" + one.seen() + " tickets)" : "")
                        + (one.holds()
                                ? ""
                                : "  does not yet tell the bad reply from the good one: see it in the review")));
        if (result.written().size() > SHOWN) {
            out.println("  … and " + ImportCommand.number(result.written().size() - SHOWN) + " more");
        }
        told(
                result,
                DraftOutcome.PROPOSED_BESIDE,
                "edited by hand, so that what would be drafted now lies beside",
                out);
        told(result, DraftOutcome.CASE_OUTDATED, "cases whose ticket has changed since; look at them", out);
        if (result.left() > 0) {
            out.println("  " + ImportCommand.number(result.left()) + " left for another time");
        }
        result.notDrafted()
                .forEach((reason, count) ->
                        out.println("Not drafted: " + ImportCommand.number(count) + ", since " + reason));
        out.flush();
        return ExitCode.GREEN;
    }

    private static void told(DraftStep.Result result, DraftOutcome outcome, String what, PrintWriter out) {
        long count = result.outcomes().getOrDefault(outcome, 0L);
        if (count > 0) {
            out.println("  " + ImportCommand.number(count) + " " + what);
        }
    }
}
