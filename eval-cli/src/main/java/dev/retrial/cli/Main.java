package dev.retrial.cli;

import dev.retrial.baseline.Refused;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apiguardian.api.API;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point: {@code java -jar eval-cli-executable.jar report target/retrial}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Command(
        name = "retrial",
        description = "Commands on the results of runs and on support tickets.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:green; on tickets: done",
            "1:regression; on tickets: done, but something was passed over or found",
            "2:wrong usage",
            "3:incomplete, not comparable, not readable or inconclusive"
        })
public final class Main {

    private Main() {}

    /** Runs a command, and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        System.exit(run(out, err, System.getenv(), arguments));
    }

    /**
     * Runs a command.
     *
     * @param out where it prints
     * @param err where it complains
     * @param environment by which it knows its CI service
     * @param arguments the command and its arguments
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, Map<String, String> environment, String... arguments) {
        CommandLine line = new CommandLine(new Main())
                .addSubcommand(new ReportCommand(environment))
                .addSubcommand(new CompareCommand())
                .addSubcommand(new BlessCommand())
                .addSubcommand(new MergeCommand())
                .addSubcommand(new TicketsCommand(environment))
                .addSubcommand(new ImportCommand(environment))
                .addSubcommand(new TriageCommand(environment))
                .addSubcommand(new DraftCommand(environment))
                .addSubcommand(new ReviewCommand(environment))
                .addSubcommand(new CoverageCommand(environment))
                .addSubcommand(new LintCommand(environment))
                .addSubcommand(new FindCommand(environment))
                .addSubcommand(new ForgetCommand(environment))
                .addSubcommand(new CommandLine.HelpCommand());
        line.setOut(out);
        line.setErr(err);
        line.setExitCodeExceptionMapper(
                failure -> failure instanceof CommandLine.ParameterException ? ExitCode.USAGE : ExitCode.UNKNOWN);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof IOException
                    || failure instanceof UncheckedIOException
                    || failure instanceof Refused) {
                err.println(failure.getMessage());
                return ExitCode.UNKNOWN;
            }
            throw failure;
        });
        if (arguments.length == 0) {
            line.usage(err);
            return ExitCode.USAGE;
        }
        return line.execute(arguments);
    }

    /** The version that the jar's manifest names. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"Retrial " + (version == null ? "(not from a jar)" : version)};
        }
    }
}
