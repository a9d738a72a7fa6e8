package dev.retrial.cli;

import dev.retrial.agent.Environment;
import dev.retrial.tickets.triage.Decision;
import dev.retrial.tickets.work.TriageStep;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code retrial triage}: which of the imported tickets are failures of the agent. */
@Command(
        name = "triage",
        description = "Tells which of the imported tickets are failures of the AI agent, and of which class.",
        mixinStandardHelpOptions = true)
final class TriageCommand extends TicketCommand {

    @Option(names = "--dry-run", description = "Say what would come of it, and keep nothing.")
    private boolean dryRun;

    @Option(
            names = "--judge",
            description = "Ask the suite's judge about what the rules leave open; it is shown the redacted tickets.")
    private boolean judge;

    private final Map<String, String> environment;

    TriageCommand(Map<String, String> environment) {
        super(environment);
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        print(
                judge ? TriageStep.judged(work(), dryRun, Environment.of(environment)) : TriageStep.run(work(), dryRun),
                out());
        return ExitCode.GREEN;
    }

    static void print(TriageStep.Result result, PrintWriter out) {
        out.println("Of " + ImportCommand.count(result.tickets(), "ticket") + ": "
                + ImportCommand.count(result.of(Decision.FAILURE), "failure") + " of the agent, "
                + ImportCommand.number(result.of(Decision.NO_FAILURE)) + " without, "
                + ImportCommand.number(result.of(Decision.OPEN)) + " open, "
                + ImportCommand.number(result.of(Decision.NO_AGENT)) + " in which the agent has no part.");
        result.failures()
                .forEach((failure, count) -> out.println("  " + failure.key() + ": " + ImportCommand.number(count)));
        if (!result.categories().isEmpty()) {
            StringBuilder line = new StringBuilder();
            result.categories()
                    .forEach((category, count) -> line.append(line.isEmpty() ? "" : ", ")
                            .append(category.isEmpty() ? "no category" : category)
                            .append(' ')
                            .append(ImportCommand.number(count)));
            out.println("By support's categories: " + line + ".");
        }
        if (result.problem() != null) {
            out.println(ImportCommand.count(result.unjudged(), "open ticket") + " could not be judged: "
                    + result.problem() + ".");
        }
        out.flush();
    }
}
