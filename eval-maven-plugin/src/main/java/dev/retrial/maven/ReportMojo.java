package dev.retrial.maven;

import java.io.File;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Shows what came of a run: on the console, as a page, and in the files that are asked for. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Mojo(name = "report", threadSafe = true)
public final class ReportMojo extends CommandMojo {

    /** A run's directory, or one above it, of which the newest run is taken. */
    @Parameter(property = "retrial.run", defaultValue = "${project.build.directory}/retrial")
    @Nullable
    File run;

    /** A run to compare with, such as the main branch's; of a directory above runs, the newest complete one. */
    @Parameter(property = "retrial.before")
    @Nullable
    File before;

    /** The record of the main branch: says what is made otherwise than then, and where the gate was weakened. */
    @Parameter(property = "retrial.baseline")
    @Nullable
    File baseline;

    /** Where the page is written. */
    @Parameter(property = "retrial.html", defaultValue = "${project.build.directory}/retrial-report.html")
    @Nullable
    File html;

    /** Where the comment for a pull request is written; nowhere by default. */
    @Parameter(property = "retrial.markdown")
    @Nullable
    File markdown;

    /** Where GitLab's code quality report is written; nowhere by default. */
    @Parameter(property = "retrial.gitlab")
    @Nullable
    File gitlab;

    /** What a million tokens cost, read and written: {@code 0.15/0.60}. */
    @Parameter(property = "retrial.prices")
    @Nullable
    String prices;

    /** Whether the build fails unless the verdict is green; the suite's own tests have said so already. */
    @Parameter(property = "retrial.fail", defaultValue = "false")
    boolean fail;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        add("report");
        add(run);
        add("--before", before);
        add("--baseline", baseline);
        add("--html", html);
        add("--markdown", markdown);
        add("--gitlab", gitlab);
        add("--prices", prices);
        run(fail);
    }
}
