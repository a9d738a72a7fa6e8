package dev.retrial.maven;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apiguardian.api.API;

/** Tells what was made of a ticket: its case, or why there is none. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Mojo(name = "find", requiresProject = false)
public final class FindMojo extends TicketMojo {

    /** A reference as a case has it, or the help desk and the number there, separated by a comma: {@code zendesk,48211}. */
    @Parameter(property = "retrial.ticket", required = true)
    List<String> ticket = List.of();

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        command("find");
        ticket.forEach(this::add);
        run(false);
    }
}
