package dev.retrial.maven;

import dev.retrial.cli.Main;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Shows what came of a run: on the console, as a page, and in the files that are asked for. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Mojo(name = "report", threadSafe = true)
public final class ReportMojo extends AbstractMojo {

    /** A run's directory, or one above it, of which the newest run is taken. */
    @Parameter(property = "retrial.run", defaultValue = "${project.build.directory}/retrial")
    @Nullable
    File run;

    /** A run to compare with, such as the main branch's; of a directory above runs, the newest complete one. */
    @Parameter(property = "retrial.before")
    @Nullable
    File before;

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

    /** By what the command knows its CI service; a test has one of its own. */
    Map<String, String> environment = System.getenv();

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        List<String> arguments = new ArrayList<>(List.of("report"));
        if (run != null) {
            arguments.add(run.getPath());
        }
        add(arguments, "--before", before);
        add(arguments, "--html", html);
        add(arguments, "--markdown", markdown);
        add(arguments, "--gitlab", gitlab);
        if (prices != null) {
            arguments.addAll(List.of("--prices", prices));
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(
                new PrintWriter(out, true), new PrintWriter(err, true), environment, arguments.toArray(new String[0]));
        out.toString().lines().forEach(this::print);
        String complaint = err.toString().strip();
        if (code == 2 || !complaint.isEmpty()) {
            throw new MojoExecutionException(complaint);
        }
        if (code != 0 && fail) {
            throw new MojoFailureException(out.toString().lines().findFirst().orElse("The verdict is not green."));
        }
    }

    /** GitHub reads an annotation only where its line begins with it, so no word of the log may stand before it. */
    private void print(String line) {
        if (line.startsWith("::")) {
            System.out.println(line);
        } else {
            getLog().info(line);
        }
    }

    private static void add(List<String> arguments, String option, @Nullable File file) {
        if (file != null) {
            arguments.addAll(List.of(option, file.getPath()));
        }
    }
}
