package dev.retrial.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apiguardian.api.API;

/** Proposes a case for each new failure among the triaged tickets, as a draft in the suite. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Mojo(name = "draft", requiresProject = false)
public final class DraftMojo extends TicketMojo {

    /** How many new drafts at most; 0 for all. */
    @Parameter(property = "retrial.most", defaultValue = "0")
    int most;

    /** Whether only to say what would happen. */
    @Parameter(property = "retrial.dryRun", defaultValue = "false")
    boolean dryRun;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        command("draft");
        add("--most", Integer.toString(most));
        if (dryRun) {
            add("--dry-run");
        }
        run(true);
    }
}
