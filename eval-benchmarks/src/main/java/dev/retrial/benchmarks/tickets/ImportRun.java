package dev.retrial.benchmarks.tickets;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Takes a generated export from import to drafts, each step in a JVM of its own, and prints what each took.
 *
 * <p>Arguments: how many tickets (10000), a directory for files (the system's), the steps ({@code import,triage,draft,coverage,review}, also {@code again}: the same import
 * once more), further flags of the JVMs. What was written is deleted at the end.
 */
public final class ImportRun {

    private static final String HEAP = "-Xmx512m";

    private final PrintStream out;

    ImportRun(PrintStream out) {
        this.out = out;
    }

    /** Measures. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int tickets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        Path parent = arguments.length > 1 ? Path.of(arguments[1]) : Path.of(System.getProperty("java.io.tmpdir"));
        String steps = arguments.length > 2 ? arguments[2] : "import,triage,draft,coverage,review";
        List<String> flags = List.of(arguments).subList(Math.min(3, arguments.length), arguments.length);
        Path project = Files.createTempDirectory(Files.createDirectories(parent), "import-run");
        try {
            new ImportRun(System.out).run(tickets, project, List.of(steps.split(",", -1)), flags);
        } finally {
            delete(project);
        }
    }

    void run(int tickets, Path project, List<String> steps, List<String> flags)
            throws IOException, InterruptedException {
        Path suite = Files.createDirectories(project.resolve("suite"));
        Files.writeString(suite.resolve("suite.yaml"), "agent: {type: recorded, from: recordings}\n");
        Files.writeString(
                suite.resolve("tickets.yaml"),
                "ai-authors: {names: [Acme Assistant]}\nredaction: {keep: [\"A-[0-9]{5}\"], regions: [US]}\n");
        new SupportExport(tickets).write(project.resolve("export"));
        out.print(String.format(
                Locale.ROOT,
                "%,d tickets in an export of %,d MiB (gzipped), %d processors, JVM %s%n",
                tickets,
                bytes(project.resolve("export")) >> 20,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version()));
        for (String step : steps) {
            step(step, project, flags);
        }
    }

    private void step(String step, Path project, List<String> flags) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), HEAP));
        command.addAll(flags);
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), TicketStep.class.getName(), step, project.toString()));
        Path printed = project.resolve(step + ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        long most = 0;
        try {
            while (!process.waitFor(500, TimeUnit.MILLISECONDS)) {
                most = Math.max(most, bytes(project.resolve("work")));
            }
        } finally {
            process.destroy();
        }
        out.print(Files.readString(printed));
        if (process.exitValue() != 0) {
            throw new IllegalStateException(step + " ended with status " + process.exitValue());
        }
        long left = bytes(project.resolve("work"));
        out.print(String.format(
                Locale.ROOT,
                "%-8s on disk at most %,d MiB, %,d MiB when done%n",
                step,
                Math.max(most, left) >> 20,
                left >> 20));
    }

    private static long bytes(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        long sum = 0;
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                sum += size(file);
            }
        } catch (UncheckedIOException e) {
            // A file went away while it was looked at.
            return sum;
        }
        return sum;
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
