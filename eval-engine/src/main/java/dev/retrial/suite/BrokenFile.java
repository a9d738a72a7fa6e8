package dev.retrial.suite;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A suite file that cannot be read; the others are not affected.
 *
 * @param file the file, relative to the suite's directory, with {@code /}
 * @param problems what is wrong, at least one
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record BrokenFile(String file, List<Problem> problems) implements CaseFile {

    /** Copies the list. */
    public BrokenFile {
        problems = List.copyOf(problems);
    }
}
