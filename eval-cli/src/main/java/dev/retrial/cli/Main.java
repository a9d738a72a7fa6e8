package dev.retrial.cli;

import dev.retrial.baseline.Refused;
import java.io.Console;
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

    private final boolean terminal;

    private Main(boolean terminal) {
        this.terminal = terminal;
    }

    /** Whether somebody looks on while a command runs. */
    boolean onTerminal() {
        return terminal;
    }

    /** Runs a command, and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        System.exit(run(new Main(isTerminal(System.getenv())), out, err, System.getenv(), arguments));
    }

    /** From Java 22 on there is a console even where the output goes to a file; it says itself whether it is a terminal. */
    @SuppressWarnings("SystemConsoleNull") // It is null before Java 22, and asked further where it is not.
    private static boolean isTerminal(Map<String, String> environment) {
        Console console = System.console();
        if (console == null || environment.containsKey("CI") || "dumb".equals(environment.get("TERM"))) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
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
        return run(new Main(false), out, err, environment, arguments);
    }

    private static int run(
            Main main, PrintWriter out, PrintWriter err, Map<String, String> environment, String... arguments) {
        CommandLine line = new CommandLine(main)
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
