package dev.retrial.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Removes everything that was derived from a ticket, and leaves a tombstone so that no import brings it back. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Mojo(name = "forget", requiresProject = false)
public final class ForgetMojo extends TicketMojo {

    /** A reference as a case has it, or the help desk and the number there, separated by a comma: {@code zendesk,48211}. */
    @Parameter(property = "retrial.ticket", required = true)
    List<String> ticket = List.of();

    /** Results of runs to look through. */
    @Parameter(property = "retrial.output", defaultValue = "target/retrial")
    @Nullable
    File results;

    /** Whether only to say what would happen. */
    @Parameter(property = "retrial.dryRun", defaultValue = "false")
    boolean dryRun;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        command("forget");
        add("--results", results);
        if (dryRun) {
            add("--dry-run");
        }
        ticket.forEach(this::add);
        run(true);
    }
}
