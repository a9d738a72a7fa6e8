package dev.retrial.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Imports an export, triages its tickets and drafts a case for each new failure. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Mojo(name = "tickets", requiresProject = false)
public final class TicketsMojo extends TicketMojo {

    /** Files and directories as the help desk returned them, separated by commas. */
    @Parameter(property = "retrial.exports", required = true)
    List<File> exports = List.of();

    /** The help desk they are from; left out to recognise it. */
    @Parameter(property = "retrial.system")
    @Nullable
    String system;

    /** How many new drafts at most; 0 for all. */
    @Parameter(property = "retrial.most", defaultValue = "0")
    int most;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        command("tickets");
        add("--system", system);
        add("--most", Integer.toString(most));
        exports.forEach(this::add);
        run(true);
    }
}
