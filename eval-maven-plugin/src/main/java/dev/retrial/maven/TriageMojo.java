package dev.retrial.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apiguardian.api.API;

/** Tells which of the imported tickets are failures of the AI agent, and of which class. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Mojo(name = "triage", requiresProject = false)
public final class TriageMojo extends TicketMojo {

    /** Whether only to say what would happen. */
    @Parameter(property = "retrial.dryRun", defaultValue = "false")
    boolean dryRun;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        command("triage");
        if (dryRun) {
            add("--dry-run");
        }
        run(true);
    }
}
