package dev.retrial.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Makes one run of those of shards, and decides by the main branch's record where there is one. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Mojo(name = "merge", threadSafe = true, requiresProject = false)
public final class MergeMojo extends CommandMojo {

    /** The shards' runs, or directories above them, separated by commas. */
    @Parameter(property = "retrial.shards", required = true)
    List<File> shards = List.of();

    /** The directory below which the merged run lies. */
    @Parameter(property = "retrial.merged", defaultValue = "target/retrial")
    @Nullable
    File merged;

    /** The record of the main branch. */
    @Parameter(property = "retrial.baseline")
    @Nullable
    File baseline;

    /** Runs that tried again what the plan asked for, or directories above them, separated by commas. */
    @Parameter(property = "retrial.confirmed")
    List<File> confirmed = List.of();

    /** Where it is written what has to be tried again. */
    @Parameter(property = "retrial.plan")
    @Nullable
    File plan;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        add("merge");
        shards.forEach(this::add);
        add("--output", merged);
        add("--baseline", baseline);
        confirmed.forEach(one -> add("--confirmed", one));
        add("--plan", plan);
        run(true);
    }
}
