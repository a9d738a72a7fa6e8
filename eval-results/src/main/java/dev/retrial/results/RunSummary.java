package dev.retrial.results;

import java.time.Instant;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What {@code run.json} holds: a run in which every planned cell has an outcome.
 *
 * @param run the run's id
 * @param suite the suite's name
 * @param startedAt when it began
 * @param finishedAt when its last cell ended
 * @param mode {@code local} or {@code ci}
 * @param partial whether a selection left out some of the suite's cells
 * @param cells how the cells ended
 * @param trials how the trials ended
 * @param uncoveredRules the ids of the policies' rules that applied in no trial
 * @param portion the portion of the suite that ran, where the work is shared
 * @param gate what was decided, or null where the suite has no gate
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RunSummary(
        String run,
        String suite,
        Instant startedAt,
        Instant finishedAt,
        String mode,
        boolean partial,
        Cells cells,
        Trials trials,
        List<String> uncoveredRules,
        Portion portion,
        @Nullable GateRecord gate) {

    /** Copies the list. */
    public RunSummary {
        uncoveredRules = List.copyOf(uncoveredRules);
    }

    /** A summary of a run that shares its work with nobody. */
    public RunSummary(
            String run,
            String suite,
            Instant startedAt,
            Instant finishedAt,
            String mode,
            boolean partial,
            Cells cells,
            Trials trials,
            List<String> uncoveredRules) {
        this(run, suite, startedAt, finishedAt, mode, partial, cells, trials, uncoveredRules, Portion.WHOLE);
    }

    /** A summary of a run without a gate. */
    public RunSummary(
            String run,
            String suite,
            Instant startedAt,
            Instant finishedAt,
            String mode,
            boolean partial,
            Cells cells,
            Trials trials,
            List<String> uncoveredRules,
            Portion portion) {
        this(run, suite, startedAt, finishedAt, mode, partial, cells, trials, uncoveredRules, portion, null);
    }

    /** The same with what was decided when the run was over. */
    public RunSummary decided(GateRecord decision) {
        return new RunSummary(
                run, suite, startedAt, finishedAt, mode, partial, cells, trials, uncoveredRules, portion, decision);
    }

    /**
     * How the cells ended.
     *
     * @param passed how many passed
     * @param failed how many failed
     * @param error how many are errors
     * @param aborted how many ended without a verdict that counts: known failures, and what diverged on a developer's machine
     * @param skipped how many did not run
     */
    public record Cells(int passed, int failed, int error, int aborted, int skipped) {}

    /**
     * How the trials ended.
     *
     * @param passed how many passed
     * @param failed how many failed
     * @param diverged how many diverged
     * @param error how many are errors
     */
    public record Trials(int passed, int failed, int diverged, int error) {}
}
