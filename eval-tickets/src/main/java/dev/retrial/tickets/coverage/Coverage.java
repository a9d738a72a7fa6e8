package dev.retrial.tickets.coverage;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What the tickets say. Every figure is of tickets that were opened in the window, unless its own description says otherwise.
 *
 * @param window the days it is of
 * @param tickets all that were read, of any day
 * @param inWindow those opened in the window
 * @param failures what became of the failures among them
 * @param classes the failures by failure class and support category
 * @param gaps failures without a case, the families with most tickets first
 * @param moreGaps families that {@code gaps} leaves out
 * @param suite what the suite's cases have to do with the tickets
 * @param difficulty how hard the tickets are, and those that reach people
 * @param escalations hand-overs
 * @param unknown what nobody knows
 * @param slices the failures by system, channel and language
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Coverage(
        Window window,
        int tickets,
        int inWindow,
        Failures failures,
        FailureMatrix classes,
        List<Gap> gaps,
        int moreGaps,
        SuiteAge suite,
        DifficultyMix difficulty,
        Escalations escalations,
        NotKnown unknown,
        List<Slice> slices) {

    /** Copies the lists. */
    public Coverage {
        gaps = List.copyOf(gaps);
        slices = List.copyOf(slices);
    }

    /**
     * The failures of the window.
     *
     * @param count by what the suite has for them
     * @param stories the failures with near-duplicates counted once: those with a case, of all
     * @param own the failures whose own ticket a case was made of, of all
     */
    public record Failures(CoverCount count, Share stories, Share own) {}

    /**
     * Failures that share a channel, system or language.
     *
     * @param dimension {@code system}, {@code channel} or {@code language}
     * @param name the shared word; null where the export has none
     * @param count the failures
     */
    public record Slice(String dimension, @Nullable String name, CoverCount count) {}
}
