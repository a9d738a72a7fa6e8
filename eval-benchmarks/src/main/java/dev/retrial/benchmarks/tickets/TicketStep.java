package dev.retrial.benchmarks.tickets;

import com.sun.management.OperatingSystemMXBean;
import dev.retrial.tickets.coverage.Window;
import dev.retrial.tickets.redact.RedactionKey;
import dev.retrial.tickets.review.TicketSource;
import dev.retrial.tickets.work.CoverageStep;
import dev.retrial.tickets.work.DraftStep;
import dev.retrial.tickets.work.ImportStep;
import dev.retrial.tickets.work.StepProgress;
import dev.retrial.tickets.work.StoredTickets;
import dev.retrial.tickets.work.TicketWork;
import dev.retrial.tickets.work.TriageStep;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One step over the tickets, in a process of its own, as a command runs it; says at the end what it took. Arguments: the step, the project's directory. */
final class TicketStep {

    private static final Map<String, String> KEY = Map.of(RedactionKey.VARIABLE, "00112233445566778899aabbccddeeff");
    private static final Pattern REFERENCE = Pattern.compile("hmac:[0-9a-f]{16}");
    private static final int MOST = 200;

    private TicketStep() {}

    public static void main(String[] arguments) throws Exception {
        Path project = Path.of(arguments[1]);
        PrintStream out = System.out;
        long start = System.nanoTime();
        TicketWork work = TicketWork.on(
                project.resolve("suite"),
                project.resolve("work"),
                StepProgress.inLog(line -> out.println("  " + line)));
        long tickets = run(arguments[0], project, work);
        double wall = (System.nanoTime() - start) / 1e9;
        out.print(String.format(
                Locale.ROOT,
                "%-8s %,9d tickets  %7.1f s on the clock  %7.1f s of processor time  %,6.0f tickets/s  resident at most %s  heap at most %d MiB%n",
                arguments[0],
                tickets,
                wall,
                cpu(),
                tickets / wall,
                peak(),
                Runtime.getRuntime().maxMemory() >> 20));
    }

    private static long run(String step, Path project, TicketWork work) throws IOException {
        RedactionKey key = RedactionKey.from(KEY);
        return switch (step) {
            case "import", "again" -> {
                ImportStep.Result result = ImportStep.run(work, List.of(project.resolve("export")), null, key, false);
                if (!result.complete()) {
                    throw new IllegalStateException(
                            "not all of the export was read: " + result.read().problems());
                }
                yield result.read().tickets();
            }
            case "triage" -> TriageStep.run(work, false).tickets();
            case "draft" -> {
                DraftStep.Result result = DraftStep.run(work, key, MOST, false);
                System.out.println("  of " + result.failures() + " failures " + result.kinds() + ", wrote "
                        + result.written().size() + " drafts");
                yield result.failures();
            }
            case "coverage" -> {
                CoverageStep.run(work, key, Window.endingAt(Instant.parse("2025-11-01T00:00:00Z"), 300));
                try (Stream<String> lines = Files.lines(project.resolve("work/tickets.ndjson"))) {
                    yield lines.count();
                }
            }
            case "review" -> review(project, work);
            default -> throw new IllegalArgumentException("no step " + step);
        };
    }

    /** Finds the ticket of each draft, as the page does that shows it. */
    private static long review(Path project, TicketWork work) throws IOException {
        List<String> references = new ArrayList<>();
        try (Stream<Path> drafts = Files.list(project.resolve("suite/cases/drafts"))) {
            for (Path draft : (Iterable<Path>) drafts::iterator) {
                Matcher reference = REFERENCE.matcher(Files.readString(draft));
                if (reference.find()) {
                    references.add(reference.group());
                }
            }
        }
        long start = System.nanoTime();
        TicketSource tickets = StoredTickets.of(work);
        double opening = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        for (String reference : references) {
            if (tickets.find(reference) == null) {
                throw new IllegalStateException("a draft whose ticket is not there");
            }
        }
        double finding = (System.nanoTime() - start) / 1e6 / references.size();
        System.out.print(String.format(
                Locale.ROOT, "  opened in %.1f s, a ticket with its evidence in %.2f ms%n", opening, finding));
        return references.size();
    }

    private static double cpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : Double.NaN;
    }

    /** The largest resident size so far, on Linux. */
    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return "?";
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024 + " MiB";
            }
        }
        return "?";
    }
}
