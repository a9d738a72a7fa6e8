package dev.retrial.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apiguardian.api.API;

/** Serves the page on which people decide on drafts, to this machine only, until the build is stopped. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Mojo(name = "review", requiresProject = false)
public final class ReviewMojo extends TicketMojo {

    /** The port on the loopback address; 0 for any that is free. */
    @Parameter(property = "retrial.port", defaultValue = "0")
    int port;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        command("review");
        add("--port", Integer.toString(port));
        run(true);
    }
}
