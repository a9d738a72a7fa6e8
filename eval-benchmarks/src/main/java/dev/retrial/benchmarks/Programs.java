package dev.retrial.benchmarks;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command lines that are measured. All have the same JVM and flags; each has the class path that a user of just that would have.
 *
 * @param java the JVM's executable
 */
record Programs(Path java) {

    /** The same for every program that is measured. */
    static final List<String> FLAGS = List.of("-Xmx512m");

    private static final List<String> JUNIT = List.of("junit-", "opentest4j", "open-test-reporting", "apiguardian");
    private static final List<String> JACKSON = List.of("jackson-", "snakeyaml");
    private static final List<String> ASSERTJ = List.of("assertj", "byte-buddy");
    /** What the engine and its dependencies are called; a class directory of the build has its module's name in its path. */
    private static final List<String> RETRIAL = List.of(
            "eval-assertions",
            "eval-results",
            "eval-engine",
            "failsafe",
            "re2j",
            "jspecify",
            "EvalEx",
            "libphonenumber",
            "commons-validator",
            "json-schema-validator",
            "itu",
            "slf4j-api",
            "commons-statistics",
            "commons-numbers",
            "commons-rng");

    private static final List<String> OURSELVES = List.of("eval-benchmarks");

    List<String> agentServer(long delayMillis) {
        return command(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), List.of(OURSELVES))
                .and(AgentServer.class.getName(), Long.toString(delayMillis));
    }

    List<String> ours(Path root, int concurrency, Path output) {
        return ours(root, concurrency, output, GeneratedCasesTest.class, FLAGS);
    }

    List<String> ours(Path root, int concurrency, Path output, Class<?> marker, List<String> flags) {
        return oursCommand(root, flags)
                .and("-Dretrial.concurrency=" + concurrency)
                .and("-Dretrial.output=" + output)
                .and(console(marker));
    }

    List<String> discovery(Path root) {
        return oursCommand(root, FLAGS).and(Discovery.class.getName(), GeneratedCasesTest.class.getName());
    }

    List<String> handWritten(Path root, int concurrency, Path output, String agentUrl) {
        return command(FLAGS, List.of(OURSELVES, JUNIT, JACKSON, ASSERTJ))
                .and("-Dbenchmark.suite=" + root.resolve(GeneratedSuite.DIRECTORY))
                .and("-Dbenchmark.agent=" + agentUrl)
                .and("-Dbenchmark.transcripts=" + output)
                .and("-Djunit.jupiter.execution.parallel.enabled=true")
                .and("-Djunit.jupiter.execution.parallel.mode.default=concurrent")
                .and("-Djunit.jupiter.execution.parallel.config.executor-service=WORKER_THREAD_POOL")
                .and("-Djunit.jupiter.execution.parallel.config.strategy=fixed")
                .and("-Djunit.jupiter.execution.parallel.config.fixed.parallelism=" + concurrency)
                .and(console(HandWrittenTest.class));
    }

    List<String> bareLoop(Path root, int concurrency, String agentUrl) {
        return command(FLAGS, List.of(OURSELVES, JACKSON))
                .and(BareLoop.class.getName())
                .and(root.resolve(GeneratedSuite.DIRECTORY).toString(), agentUrl, Integer.toString(concurrency));
    }

    List<String> readTrees(Path root) {
        return command(FLAGS, List.of(OURSELVES, JACKSON))
                .and(CaseTrees.class.getName())
                .and(root.resolve(GeneratedSuite.DIRECTORY).toString());
    }

    private Command oursCommand(Path root, List<String> flags) {
        Command command = command(flags, List.of(OURSELVES, JUNIT, JACKSON, ASSERTJ, RETRIAL));
        command.classPath(root);
        return command;
    }

    private static String[] console(Class<?> testClass) {
        return new String[] {
            "org.junit.platform.console.ConsoleLauncher",
            "execute",
            "--disable-banner",
            "--disable-ansi-colors",
            "--details=summary",
            "--fail-if-no-tests",
            "--select-class=" + testClass.getName()
        };
    }

    private Command command(List<String> flags, List<List<String>> classPath) {
        Command command = new Command(java.toString());
        command.addAll(flags);
        StringBuilder entries = new StringBuilder();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (belongs(entry, classPath)) {
                entries.append(entries.isEmpty() ? "" : File.pathSeparator)
                        .append(Path.of(entry).toAbsolutePath());
            }
        }
        return command.and("-cp", entries.toString());
    }

    private static boolean belongs(String entry, List<List<String>> classPath) {
        Path path = Path.of(entry);
        String name = entry.endsWith(".jar")
                ? path.getFileName().toString()
                : path.toAbsolutePath().toString();
        for (List<String> names : classPath) {
            for (String start : names) {
                if (entry.endsWith(".jar") ? name.startsWith(start) : name.contains(start)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static final class Command extends ArrayList<String> {

        private static final long serialVersionUID = 1;

        Command(String java) {
            super(List.of(java));
        }

        Command and(String... arguments) {
            addAll(List.of(arguments));
            return this;
        }

        /** Puts a directory in front of the class path, which is the last thing so far. */
        void classPath(Path directory) {
            set(size() - 1, directory + File.pathSeparator + get(size() - 1));
        }
    }
}
