package dev.retrial.cli;

import dev.retrial.tickets.redact.RedactionKey;
import dev.retrial.tickets.work.InvalidSettingsException;
import dev.retrial.tickets.work.StepProgress;
import dev.retrial.tickets.work.TicketWork;
import dev.retrial.tickets.work.WorkDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands on tickets have in common: which suite, which working directory, which key. */
abstract class TicketCommand implements Callable<Integer> {

    /** How deep below the project's directory a suite is looked for. */
    private static final int DEEPEST = 8;

    private final Map<String, String> environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    @Option(
            names = "--suite",
            paramLabel = "DIR",
            description = "The suite's directory in the source tree (default: the only one below src/test/resources).")
    private @Nullable Path suite;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Where redacted tickets are kept, on this machine only (default: .retrial/tickets).")
    private Path work = WorkDirectory.DEFAULT;

    TicketCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** A mistake in how the command was given. */
    final ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    final TicketWork work() throws IOException {
        try {
            return TicketWork.on(suite(), work, progress());
        } catch (InvalidSettingsException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Where the output goes: a goal takes what a command says on the error stream for a failure. */
    private StepProgress progress() {
        if (spec.root().userObject() instanceof Main main && main.onTerminal()) {
            return StepProgress.onTerminal(text -> {
                out().print(text);
                out().flush();
            });
        }
        return StepProgress.inLog(line -> {
            out().println(line);
            out().flush();
        });
    }

    final RedactionKey key() {
        try {
            return RedactionKey.from(environment);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    final Path workPath() {
        return work;
    }

    final Path suite() {
        if (suite != null) {
            return suite;
        }
        Path resources = Path.of("src", "test", "resources");
        List<Path> found = List.of();
        if (Files.isDirectory(resources)) {
            try (Stream<Path> files = Files.walk(resources, DEEPEST)) {
                found = files.filter(file -> file.endsWith("suite.yaml"))
                        .map(Path::getParent)
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw wrong(resources + " cannot be read; name the suite's directory with --suite");
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        throw wrong(
                found.isEmpty()
                        ? "there is no suite.yaml below " + resources + "; name the suite's directory with --suite"
                        : "there are several suites below " + resources + " (" + found.get(0) + ", " + found.get(1)
                                + (found.size() > 2 ? ", …" : "") + "); name one with --suite");
    }
}
