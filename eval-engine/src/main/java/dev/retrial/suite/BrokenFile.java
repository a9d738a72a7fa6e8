package dev.retrial.suite;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A suite file that cannot be read.
 *
 * <p>A broken case leaves the others alone; a broken file that the whole suite hangs on leaves no case to run.
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

    /** Whether the whole suite hangs on this file, so that no cell can run and any selection of cells has to fail. */
    public boolean holdsUpSuite() {
        return !file.startsWith("cases/");
    }
}
