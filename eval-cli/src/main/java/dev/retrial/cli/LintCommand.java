package dev.retrial.cli;

import dev.retrial.lint.LintFinding;
import dev.retrial.tickets.work.LintStep;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code retrial lint}: personal data and secrets in a suite's files. */
@Command(
        name = "lint",
        description =
                "Looks through a suite's files for personal data and secrets; tells place and type, never the value.",
        mixinStandardHelpOptions = true)
final class LintCommand extends TicketCommand {

    LintCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public Integer call() throws IOException {
        List<LintFinding> findings = LintStep.run(suite());
        findings.forEach(finding -> out().println(finding));
        out().println(
                        findings.isEmpty()
                                ? "Nothing found."
                                : ImportCommand.count(findings.size(), "finding")
                                        + "; take them out, or allow what is meant with lint.keep in suite.yaml.");
        out().flush();
        return findings.isEmpty() ? ExitCode.GREEN : ExitCode.REGRESSION;
    }
}
