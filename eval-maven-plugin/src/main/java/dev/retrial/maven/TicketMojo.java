package dev.retrial.maven;

import java.io.File;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A command on tickets as a goal. */
abstract class TicketMojo extends CommandMojo {

    /** The suite's directory in the source tree; left out where there is only one below {@code src/test/resources}. */
    @Parameter(property = "retrial.suite")
    @Nullable
    File suite;

    /** Where redacted tickets are kept, on this machine only. */
    @Parameter(property = "retrial.work", defaultValue = ".retrial/tickets")
    @Nullable
    File work;

    /** The command, with what all of them take. */
    final void command(String name) {
        add(name);
        add("--suite", suite);
        add("--work", work);
    }
}
