package dev.retrial.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apiguardian.api.API;

/** Looks through a suite's files for personal data and secrets; tells place and type, never the value. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Mojo(name = "lint", threadSafe = true, requiresProject = false)
public final class LintMojo extends TicketMojo {

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        command("lint");
        run(true);
    }
}
