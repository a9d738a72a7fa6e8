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
import org.jspecify.annotations.Nullable;

/** A command as a goal: it fails the build where the command does not end with 0. */
abstract class CommandMojo extends AbstractMojo {

    private final List<String> arguments = new ArrayList<>();

    /** By what the command knows its CI service; a test has one of its own. */
    Map<String, String> environment = System.getenv();

    final void add(String argument) {
        arguments.add(argument);
    }

    final void add(@Nullable File file) {
        if (file != null) {
            arguments.add(file.getPath());
        }
    }

    final void add(String option, @Nullable File file) {
        add(option, file == null ? null : file.getPath());
    }

    final void add(String option, @Nullable String value) {
        if (value != null) {
            arguments.add(option);
            arguments.add(value);
        }
    }

    /**
     * Runs the command with what was added.
     *
     * @param judges whether an end that is not 0 says something of the change, and not of the command
     */
    final void run(boolean judges) throws MojoExecutionException, MojoFailureException {
        // What a long command says is shown as it says it.
        SpokenLines out = new SpokenLines(this::print);
        StringWriter err = new StringWriter();
        int code = Main.run(
                new PrintWriter(out, true), new PrintWriter(err, true), environment, arguments.toArray(new String[0]));
        arguments.clear();
        out.close();
        String complaint = err.toString().strip();
        if (code == 2 || !complaint.isEmpty()) {
            throw new MojoExecutionException(complaint);
        }
        if (code != 0 && judges) {
            throw new MojoFailureException(verdict(out.toString()));
        }
    }

    private static String verdict(String said) {
        return said.lines()
                .filter(line -> line.startsWith("Red: ") || line.startsWith("Inconclusive: "))
                .findFirst()
                .orElse("The verdict is not green.");
    }

    /** GitHub reads an annotation only where its line begins with it, so no word of the log may stand before it. */
    private void print(String line) {
        if (line.startsWith("::")) {
            System.out.println(line);
        } else {
            getLog().info(line);
        }
    }
}
