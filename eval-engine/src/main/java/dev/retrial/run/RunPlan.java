package dev.retrial.run;

import dev.retrial.check.judged.Judged;
import dev.retrial.judge.Judge;
import dev.retrial.judge.NoJudge;
import dev.retrial.suite.ScopedCheck;
import dev.retrial.suite.Suite;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * What a run is about to do.
 *
 * @param name the suite's name in results: the marker class's full name
 * @param suite the suite
 * @param settings the parameters of this run
 * @param output the directory below which results lie, {@code <build dir>/retrial}; created where it does not exist
 * @param cells the cells, in the order in which they start; retired cases are not among them
 * @param partial whether some of the suite's cells were left out by a selection
 * @param holding which cells wait for the run's decision
 * @param judge who decides what no rule can
 * @param console takes the lines that a person reads while it runs
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record RunPlan(
        String name,
        Suite suite,
        RunSettings settings,
        Path output,
        List<Cell> cells,
        boolean partial,
        Holding holding,
        Judge judge,
        Consumer<String> console) {

    /** Copies the list; a shard is a part, even where all cells fall to it. */
    public RunPlan {
        cells = List.copyOf(cells);
        partial |= settings.shard().isPart();
    }

    /** A plan without a judge. */
    public RunPlan(
            String name,
            Suite suite,
            RunSettings settings,
            Path output,
            List<Cell> cells,
            boolean partial,
            Holding holding,
            Consumer<String> console) {
        this(name, suite, settings, output, cells, partial, holding, NoJudge.INSTANCE, console);
    }

    /** The same plan with this judge. */
    public RunPlan judgedBy(Judge other) {
        return new RunPlan(name, suite, settings, output, cells, partial, holding, other, console);
    }

    /** The same plan, some of whose cells wait for a decision. */
    public RunPlan heldBy(Holding other) {
        return new RunPlan(name, suite, settings, output, cells, partial, other, judge, console);
    }

    /** Whether something is expected of a cell that a judge has to decide. */
    public boolean asksTheJudge() {
        if (isJudged(suite.expect())) {
            return true;
        }
        for (Cell cell : cells) {
            if (isJudged(cell.evalCase().expect()) || isJudged(cell.cohort().expect())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isJudged(List<ScopedCheck> checks) {
        for (int i = 0; i < checks.size(); i++) {
            if (checks.get(i).check() instanceof Judged) {
                return true;
            }
        }
        return false;
    }

    /** A plan in which nothing is held and lines go to standard output. */
    public static RunPlan of(
            String name, Suite suite, RunSettings settings, Path output, List<Cell> cells, boolean partial) {
        return new RunPlan(name, suite, settings, output, cells, partial, Holding.NONE, System.out::println);
    }
}
