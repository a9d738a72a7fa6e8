package dev.retrial.maven;

import java.io.File;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Adds a complete run to the record of the main branch. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Mojo(name = "bless", threadSafe = true)
public final class BlessMojo extends CommandMojo {

    /** A run's directory, or one above it, of which the newest run is taken; by default the build's, unless something is removed or anchored. */
    @Parameter(property = "retrial.run")
    @Nullable
    File run;

    /** Where results lie where no run is named. */
    @Parameter(defaultValue = "${project.build.directory}/retrial", readonly = true)
    @Nullable
    File results;

    /** The record; by default {@code baseline.json} in the suite's directory, which is found by itself. */
    @Parameter(property = "retrial.baseline")
    @Nullable
    File baseline;

    /** Whether later runs are held against this record too, however main drifts from now on. */
    @Parameter(property = "retrial.anchor", defaultValue = "false")
    boolean anchor;

    /** A case or a cell that is removed on purpose. */
    @Parameter(property = "retrial.remove")
    @Nullable
    String remove;

    /** Why it is removed. */
    @Parameter(property = "retrial.because")
    @Nullable
    String because;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        add("bless");
        add(run == null && remove == null && !anchor ? results : run);
        add("--baseline", baseline);
        if (anchor) {
            add("--anchor");
        }
        add("--remove", remove);
        add("--because", because);
        run(true);
    }
}
