package dev.retrial.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures Retrial against what a team would write by hand, as whole processes that run in turns, and prints the table of
 * {@code docs/benchmarks.md}.
 *
 * <pre>Compare [--pairs=5] [--java=PATH]… [--work=DIR] [cells|delay|slope|start|discovery|memory|limit]…</pre>
 *
 * Without a name it measures everything; without {@code --java}, on the JVM that runs it.
 */
public final class Compare {

    private static final GeneratedSuite CELLS_3000 = new GeneratedSuite(1_000, 3, 1);
    private static final GeneratedSuite CELLS_15000 = new GeneratedSuite(5_000, 3, 1);
    private static final GeneratedSuite ONE_CELL = new GeneratedSuite(1, 1, 1);
    private static final GeneratedSuite CASES_10000 = new GeneratedSuite(10_000, 3, 1);
    private static final GeneratedSuite TRIALS_100000 = new GeneratedSuite(5_000, 4, 5);
    private static final int CONCURRENCY = 32;
    private static final int CONCURRENCY_WAITING = 128;
    private static final int LIMIT = 8;

    private enum Measurement {
        CELLS,
        DELAY,
        SLOPE,
        START,
        DISCOVERY,
        MEMORY,
        LIMIT
    }

    private final Programs programs;
    private final Path work;
    private final int pairs;
    private final PrintStream out;

    /**
     * What the programs write, a directory for each run. It is deleted at the very end: ext4 passes over inodes that were deleted within the last
     * half minute one by one, so that whoever writes next would pay for it in seconds of system time.
     */
    private final Path outputs;

    private int runs;

    private Compare(Programs programs, Path work, int pairs, PrintStream out) {
        this.programs = programs;
        this.work = work;
        this.outputs = work.resolve("outputs");
        this.pairs = pairs;
        this.out = out;
    }

    /** Measures what the arguments name and prints a table for each JVM. */
    public static void main(String[] arguments) throws Exception {
        int pairs = 5;
        Path work = Path.of("target", "benchmarks");
        List<Path> javas = new ArrayList<>();
        List<Measurement> measurements = new ArrayList<>();
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            if (argument.startsWith("--pairs=")) {
                pairs = Integer.parseInt(value);
            } else if (argument.startsWith("--java=")) {
                javas.add(Path.of(value));
            } else if (argument.startsWith("--work=")) {
                work = Path.of(value);
            } else {
                measurements.add(Measurement.valueOf(argument.toUpperCase(Locale.ROOT)));
            }
        }
        if (javas.isEmpty()) {
            javas.add(Path.of(System.getProperty("java.home"), "bin", "java"));
        }
        if (measurements.isEmpty()) {
            measurements = List.of(Measurement.values());
        }
        work = Files.createDirectories(work).toAbsolutePath();
        for (Path java : javas) {
            Compare compare = new Compare(new Programs(java), work, pairs, System.out);
            compare.out.println(version(java));
            Pairs.printHead(compare.out);
            for (Measurement measurement : measurements) {
                compare.measure(measurement);
            }
            deleteTree(compare.outputs);
        }
    }

    private static String version(Path java) throws IOException, InterruptedException {
        Path here = Path.of("").toAbsolutePath();
        String printed = ChildProcess.run(List.of(java.toString(), "-version"), here, Map.of())
                .output();
        return "\n" + printed.lines().skip(1).findFirst().orElse(printed) + ", "
                + Runtime.getRuntime().availableProcessors() + " processors\n";
    }

    private void measure(Measurement measurement) throws Exception {
        switch (measurement) {
            case CELLS -> cells();
            case DELAY -> delay();
            case SLOPE -> slope();
            case START -> start();
            case DISCOVERY -> discovery();
            case MEMORY ->
                new ResidentMemory(programs, out).measure(root(TRIALS_100000), TRIALS_100000, CONCURRENCY, newOutput());
            case LIMIT -> limit();
        }
    }

    private void cells() throws Exception {
        Path root = root(CELLS_3000);
        Pairs againstHandWritten = new Pairs();
        Pairs againstLoop = new Pairs();
        try (AgentProcess agent = AgentProcess.start(programs, 0)) {
            for (int pair = 0; pair < pairs; pair++) {
                ChildProcess handWritten = handWritten(root, CELLS_3000, CONCURRENCY, agent);
                ChildProcess ours = ours(root, CELLS_3000, CONCURRENCY, agent);
                ChildProcess loop = bareLoop(root, CELLS_3000, CONCURRENCY, agent);
                againstHandWritten.add(ours.cpuMillis(), handWritten.cpuMillis());
                againstLoop.add(ours.cpuMillis(), loop.cpuMillis());
            }
        }
        againstHandWritten.print(out, "3,000 cells, CPU ms", "by hand", 0.7);
        againstLoop.print(out, "3,000 cells, CPU ms", "bare loop", 1.5);
    }

    private void delay() throws Exception {
        Path root = root(CELLS_3000);
        Pairs wall = new Pairs();
        try (AgentProcess agent = AgentProcess.start(programs, 200)) {
            for (int pair = 0; pair < pairs; pair++) {
                ChildProcess loop = bareLoop(root, CELLS_3000, CONCURRENCY_WAITING, agent);
                ChildProcess ours = ours(root, CELLS_3000, CONCURRENCY_WAITING, agent);
                wall.add(ours.wallMillis(), loop.wallMillis());
            }
        }
        wall.print(out, "3,000 cells of 200 ms, wall ms", "bare loop", 1.1);
    }

    private void slope() throws Exception {
        Path few = root(CELLS_3000);
        Path many = root(CELLS_15000);
        int more = CELLS_15000.cells() - CELLS_3000.cells();
        Pairs perCell = new Pairs();
        try (AgentProcess agent = AgentProcess.start(programs, 0)) {
            for (int pair = 0; pair < pairs; pair++) {
                double loopFew = bareLoop(few, CELLS_3000, CONCURRENCY, agent).cpuMillis();
                double oursFew = ours(few, CELLS_3000, CONCURRENCY, agent).cpuMillis();
                double loopMany =
                        bareLoop(many, CELLS_15000, CONCURRENCY, agent).cpuMillis();
                double oursMany = ours(many, CELLS_15000, CONCURRENCY, agent).cpuMillis();
                perCell.add((oursMany - oursFew) / more, (loopMany - loopFew) / more);
            }
        }
        perCell.print(out, "one more cell, CPU ms", "bare loop", 1.7);
    }

    private void start() throws Exception {
        Path root = root(ONE_CELL);
        Pairs wall = new Pairs();
        try (AgentProcess agent = AgentProcess.start(programs, 0)) {
            for (int pair = 0; pair < pairs; pair++) {
                ChildProcess handWritten = handWritten(root, ONE_CELL, CONCURRENCY, agent);
                ChildProcess ours = ours(root, ONE_CELL, CONCURRENCY, agent);
                wall.add(ours.wallMillis(), handWritten.wallMillis());
            }
        }
        wall.print(out, "start, one cell, wall ms", "by hand", 1);
    }

    private void discovery() throws Exception {
        Path root = root(CASES_10000);
        Pairs first = new Pairs();
        Pairs second = new Pairs();
        for (int pair = 0; pair < pairs; pair++) {
            ChildProcess trees = ChildProcess.run(programs.readTrees(root), work, Map.of());
            ChildProcess ours = ChildProcess.run(programs.discovery(root), work, Map.of());
            requireCount(ours.figure("tests"), CASES_10000.tests(), ours);
            requireCount(ours.figure("again"), CASES_10000.tests(), ours);
            first.add(ours.figure("first"), trees.figure("millis"));
            second.add(ours.figure("second"), ours.figure("first"));
        }
        first.print(out, "discovery of 10,000 cases × 3 cohorts, ms", "Jackson trees", 1.5);
        second.print(out, "second discovery, ms", "first", 0.1);
    }

    private void limit() throws Exception {
        Path root = root(CELLS_3000);
        for (Class<?> marker : List.of(GeneratedCasesTest.class, BlockingAgentTest.class)) {
            try (AgentProcess agent = AgentProcess.start(programs, 10)) {
                List<String> command = programs.ours(root, LIMIT, newOutput(), marker, Programs.FLAGS);
                ChildProcess ours = run(root, command, agent);
                requireCount(testsPassed(ours), CELLS_3000.tests(), ours);
                out.println("concurrency " + LIMIT + ", " + marker.getSimpleName() + ": " + agent.load());
            }
        }
    }

    private ChildProcess ours(Path root, GeneratedSuite suite, int concurrency, AgentProcess agent) throws Exception {
        ChildProcess ended = run(root, programs.ours(root, concurrency, newOutput()), agent);
        requireCount(testsPassed(ended), suite.tests(), ended);
        return ended;
    }

    private ChildProcess handWritten(Path root, GeneratedSuite suite, int concurrency, AgentProcess agent)
            throws Exception {
        ChildProcess ended = run(root, programs.handWritten(root, concurrency, newOutput(), agent.url()), agent);
        requireCount(testsPassed(ended), suite.cells(), ended);
        return ended;
    }

    private ChildProcess bareLoop(Path root, GeneratedSuite suite, int concurrency, AgentProcess agent)
            throws Exception {
        ChildProcess ended = run(root, programs.bareLoop(root, concurrency, agent.url()), agent);
        requireCount(ended.figure("answered"), suite.cells(), ended);
        return ended;
    }

    private static ChildProcess run(Path root, List<String> command, AgentProcess agent) throws Exception {
        return ChildProcess.run(command, root, Map.of("AGENT_URL", agent.url()));
    }

    /** From the console launcher's summary: {@code [ 3000 tests successful ]}. */
    static double testsPassed(ChildProcess ended) {
        return ended.output()
                .lines()
                .filter(line -> line.contains("tests successful"))
                .mapToDouble(
                        line -> Double.parseDouble(line.replace("[", "").trim().split(" ", -1)[0]))
                .findFirst()
                .orElse(0);
    }

    private static void requireCount(double was, int expected, ChildProcess ended) {
        if (was != expected) {
            throw new IllegalStateException("expected " + expected + " but was " + was + "\n" + ended.output());
        }
    }

    private Path newOutput() {
        return outputs.resolve(Integer.toString(++runs));
    }

    private Path root(GeneratedSuite suite) throws IOException {
        Path root = Files.createDirectories(work.resolve(suite.cases() + "x" + suite.cohorts() + "x" + suite.trials()));
        suite.writeBelow(root);
        return root;
    }

    private static void deleteTree(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                if (Files.isDirectory(entry)) {
                    deleteTree(entry);
                } else {
                    Files.delete(entry);
                }
            }
        }
        Files.delete(directory);
    }
}
