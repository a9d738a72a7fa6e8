package dev.retrial.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program run to its end as a process of its own, and what it took. Wall time is from just before the process starts
 * until its end is seen.
 *
 * <p>CPU is user and system time of the whole process, JVM start, compiler and garbage collector included. On Linux it is
 * what the kernel added to this JVM's "children waited for", as {@code getrusage} tells, in steps of 10 ms; so one child at a time may end.
 * Elsewhere it is the last value seen in {@link ProcessHandle.Info#totalCpuDuration()}, polled every 10 ms, which
 * misses at most that much.
 *
 * @param cpuMillis user and system time
 * @param wallMillis elapsed time
 * @param output what it printed, both streams
 */
record ChildProcess(double cpuMillis, double wallMillis, String output) {

    private static final Path KERNEL_FIGURES = Path.of("/proc/self/stat");
    private static final double MILLIS_PER_TICK = 10;
    private static final long LIMIT_MINUTES = 20;

    /**
     * Runs the command and waits.
     *
     * @param directory the working directory
     * @param environment added to this process's own
     * @throws IllegalStateException when it ends with another status than 0, with its output
     */
    static ChildProcess run(List<String> command, Path directory, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(directory, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        boolean linux = Files.isReadable(KERNEL_FIGURES);
        double before = linux ? cpuOfEndedChildren() : 0;
        long start = System.nanoTime();
        Process process = builder.start();
        double polled = linux ? waitFor(process) : poll(process);
        double wall = (System.nanoTime() - start) / 1e6;
        String printed = Files.readString(output);
        Files.delete(output);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    "status " + process.exitValue() + " from " + String.join(" ", command) + "\n" + printed);
        }
        return new ChildProcess(linux ? cpuOfEndedChildren() - before : polled, wall, printed);
    }

    private static double waitFor(Process process) throws InterruptedException {
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("no end after " + LIMIT_MINUTES + " minutes: " + process.info());
        }
        return 0;
    }

    private static double poll(Process process) throws InterruptedException {
        Duration last = Duration.ZERO;
        while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
            last = process.info().totalCpuDuration().orElse(last);
        }
        return last.toNanos() / 1e6;
    }

    /** Fields 16 and 17 of the line, counted after the name in parentheses, which may hold blanks. */
    private static double cpuOfEndedChildren() throws IOException {
        String line = Files.readString(KERNEL_FIGURES, StandardCharsets.US_ASCII);
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * MILLIS_PER_TICK;
    }

    /** The number on the line that starts with the word, such as {@code millis 123.4}. */
    double figure(String word) {
        return output.lines()
                .filter(line -> line.startsWith(word + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(word.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no line '" + word + " …' in:\n" + output));
    }
}
