package dev.retrial.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Samples the resident memory of a long run in a small heap, at each tenth of its trials. Linux only. */
final class ResidentMemory {

    private static final List<String> FLAGS = List.of("-Xmx256m");
    private static final int SAMPLES = 10;

    private final Programs programs;
    private final PrintStream out;

    ResidentMemory(Programs programs, PrintStream out) {
        this.programs = programs;
        this.out = out;
    }

    void measure(Path root, GeneratedSuite suite, int concurrency, Path output) throws Exception {
        long trials = (long) suite.cells() * suite.trials();
        StringBuilder curve = new StringBuilder();
        Path printed = root.resolve("memory-output.txt");
        try (AgentProcess agent = AgentProcess.start(programs, 0)) {
            ProcessBuilder builder = new ProcessBuilder(
                            programs.ours(root, concurrency, output, GeneratedCasesTest.class, FLAGS))
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile());
            builder.environment().put("AGENT_URL", agent.url());
            Process process = builder.start();
            int tenth = 1;
            while (process.isAlive()) {
                Thread.sleep(50);
                while (tenth <= SAMPLES && agent.answered() >= trials * tenth / SAMPLES - 1) {
                    double resident = residentMebibytes(process.pid());
                    curve.append(curve.isEmpty() ? "" : " ").append(String.format(Locale.ROOT, "%.0f", resident));
                    tenth++;
                }
            }
            if (process.exitValue() != 0 || agent.answered() != trials) {
                throw new IllegalStateException("status " + process.exitValue() + ", answered " + agent.answered()
                        + "\n" + Files.readString(printed));
            }
        }
        out.println(suite.cells() + " cells × " + suite.trials() + " trials in " + FLAGS
                + ", resident MiB at each tenth: " + curve);
    }

    /** 0 once the process is gone. */
    private static double residentMebibytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
