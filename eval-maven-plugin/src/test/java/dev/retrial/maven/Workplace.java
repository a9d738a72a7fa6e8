package dev.retrial.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a CI service has: a repository with a small project, a fresh checkout for each job, and shells. */
final class Workplace {

    private static final String EVALS = "src/test/resources/evals/";
    private static final int CASES = 3;

    private final Path root;
    private final Path origin;
    private final Map<String, String> environment = new HashMap<>();
    private int jobs;

    /** A workplace whose main branch has a suite of which every case passes, and no record yet. */
    Workplace(Path root) throws Exception {
        this.root = root;
        this.origin = root.resolve("origin.git");
        Path bin = Files.createDirectories(root.resolve("bin"));
        program(
                bin.resolve("mvn"),
                "exec \"$STAND_IN_JAVA\" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp \"$STAND_IN_CLASSES\" "
                        + StandInMaven.class.getName() + " \"$@\"");
        environment.put("PATH", bin + ":" + System.getenv("PATH"));
        environment.put(
                "STAND_IN_JAVA",
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        environment.put(
                "STAND_IN_CLASSES",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        environment.put("CI", "true");
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        Path first = Files.createDirectories(root.resolve("first"));
        lay(first);
        shell(
                first,
                Map.of(),
                "git init -q -b main . && git init -q --bare -b main " + origin + " && " + commit("The suite")
                        + " && git push -q " + origin + " main");
    }

    private static void lay(Path project) throws IOException {
        write(project.resolve("pom.xml"), "<project/>");
        write(project.resolve(".gitignore"), "target/");
        write(project.resolve(EVALS + "suite.yaml"), "agent: {type: recorded, from: recordings}\ngate: baseline\n");
        for (int i = 1; i <= CASES; i++) {
            write(
                    project.resolve(EVALS + "cases/case-" + i + ".yaml"),
                    "title: The window\nexpect: {reply: {says: [30 days]}}\n");
            write(project.resolve(recording(i)), said("Our window is 30 days."));
        }
    }

    private static String recording(int number) {
        return EVALS + "recordings/case-" + number + ".json";
    }

    private static String said(String reply) {
        return "{\"messages\":[{\"role\":\"user\",\"content\":\"How long?\"},{\"role\":\"assistant\",\"content\":\""
                + reply + "\"}]}";
    }

    /** A branch on which the agent gives another answer in one case. */
    String branchWhere(int number, String reply) throws Exception {
        String branch = "change-" + number;
        Path checkout = checkout("main");
        write(checkout.resolve(recording(number)), said(reply));
        shell(
                checkout,
                Map.of(),
                "git checkout -q -b " + branch + " && " + commit("A change") + " && git push -q origin " + branch);
        return branch;
    }

    private static String commit(String message) {
        return "git add -A && git -c user.name=dana -c user.email=dana@example.com commit -q -m '" + message + "'";
    }

    /** A fresh checkout, as each job has one. */
    Path checkout(String branch) throws Exception {
        Path checkout = root.resolve("job-" + ++jobs);
        shell(root, Map.of(), "git clone -q -b " + branch + " " + origin + " " + checkout);
        return checkout;
    }

    /** A file of the main branch, as it was pushed. */
    String onMain(String file) throws Exception {
        return shell(origin, Map.of(), "git show main:" + file);
    }

    Path origin() {
        return origin;
    }

    /** Puts a program on the path of every shell. */
    void program(String name, String script) throws IOException {
        program(root.resolve("bin").resolve(name), script);
    }

    private static void program(Path file, String script) throws IOException {
        write(file, "#!/bin/bash\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Copies what one job keeps to where another one wants it. */
    static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Runs what must succeed, and returns what it said. */
    String shell(Path directory, Map<String, String> more, String script) throws Exception {
        Ran ran = run(directory, more, script);
        assertThat(ran.code()).as(ran.said()).isZero();
        return ran.said();
    }

    /** Runs a script as CI services do, which stop at the first command that fails. */
    Ran run(Path directory, Map<String, String> more, String script) throws Exception {
        ProcessBuilder bash = new ProcessBuilder("/bin/bash", "-eo", "pipefail", "-c", script)
                .directory(directory.toFile())
                .redirectErrorStream(true);
        Map<String, String> given = bash.environment();
        given.keySet()
                .removeIf(name ->
                        List.of("CI_", "GITHUB_", "GIT_", "RETRIAL_").stream().anyMatch(name::startsWith));
        given.putAll(environment);
        given.putAll(more);
        Process process = bash.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }

    /**
     * How a shell ended.
     *
     * @param code its exit code
     * @param said what it printed
     */
    record Ran(int code, String said) {}
}
