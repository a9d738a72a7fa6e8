package dev.retrial.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Reads a help desk's export, and keeps its tickets redacted in the working directory. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Mojo(name = "import", requiresProject = false)
public final class ImportMojo extends TicketMojo {

    /** Files and directories as the help desk returned them, separated by commas. */
    @Parameter(property = "retrial.exports", required = true)
    List<File> exports = List.of();

    /** The help desk they are from; left out to recognise it. */
    @Parameter(property = "retrial.system")
    @Nullable
    String system;

    /** Whether only to say what would happen. */
    @Parameter(property = "retrial.dryRun", defaultValue = "false")
    boolean dryRun;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        command("import");
        add("--system", system);
        if (dryRun) {
            add("--dry-run");
        }
        exports.forEach(this::add);
        run(true);
    }
}
