package dev.retrial.maven;

import java.io.File;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Tells which cells fail in a run that did not fail in one before it; fails the build where one does. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Mojo(name = "compare", threadSafe = true)
public final class CompareMojo extends CommandMojo {

    /** The run before; of a directory above runs, the newest complete one. */
    @Parameter(property = "retrial.before", required = true)
    @Nullable
    File before;

    /** The run that is judged; of a directory above runs, the newest. */
    @Parameter(property = "retrial.run", defaultValue = "${project.build.directory}/retrial")
    @Nullable
    File run;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        add("compare");
        add(before);
        add(run);
        run(true);
    }
}
