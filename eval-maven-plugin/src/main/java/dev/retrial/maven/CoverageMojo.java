package dev.retrial.maven;

import java.io.File;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Says which failures a case covers, how hard tickets were, and who was handed to people too early or too late. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Mojo(name = "coverage", requiresProject = false)
public final class CoverageMojo extends TicketMojo {

    /** Where the page and the figures are written. */
    @Parameter(property = "retrial.coverage", defaultValue = "target/retrial/tickets")
    @Nullable
    File output;

    /** The days that figures are of. */
    @Parameter(property = "retrial.days", defaultValue = "90")
    int days;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        command("coverage");
        add("--output", output);
        add("--days", Integer.toString(days));
        run(true);
    }
}
