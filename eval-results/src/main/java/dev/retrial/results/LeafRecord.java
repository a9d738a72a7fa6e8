package dev.retrial.results;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The line of a red test of the suite that is neither a cell nor a comparison: a case that contradicts itself, a file that cannot be read, a filter that
 * matches nothing. Those that are green are not written.
 *
 * @param leaf what it is: {@code self-check}, {@code broken-file}, {@code lint}, {@code method} (a test method that failed by something else than its case), {@code problem}
 * @param suite the suite's name
 * @param name the test's name, such as {@code refund-late [self-check]}
 * @param message what is wrong and what to do
 * @param file the file it is about, relative to the suite's directory, with {@code /}; null where it is about none
 * @param line the line in it, from 1, or 0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LeafRecord(
        String leaf,
        String suite,
        String name,
        String message,
        @Nullable String file,
        int line) implements RunLine {}
