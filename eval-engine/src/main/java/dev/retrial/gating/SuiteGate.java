package dev.retrial.gating;

import dev.retrial.baseline.Baseline;
import dev.retrial.baseline.BaselineFile;
import dev.retrial.baseline.Refused;
import dev.retrial.check.CheckKinds;
import dev.retrial.replay.TranscriptSource;
import dev.retrial.results.GateRecord;
import dev.retrial.run.Cancellation;
import dev.retrial.run.Ending;
import dev.retrial.run.Holding;
import dev.retrial.run.Mode;
import dev.retrial.run.RunPlan;
import dev.retrial.run.RunSettings;
import dev.retrial.run.SuiteRun;
import dev.retrial.suite.GateSpec;
import dev.retrial.suite.GateSpec.By;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/** The gate of one run: told of every trial, it decides when all cells have ended. */
@API(status = API.Status.INTERNAL, since = "0.1")
public sealed interface SuiteGate extends Holding permits BaselineGate, StrictGate {

    /** The run was opened, and no cell has begun. */
    default void begins(SuiteRun run) {}

    /** How the test {@code [gate]} ends; asked for when the run is over, however it ended. */
    Ending ending();

    /**
     * The gate of a run of the whole suite.
     *
     * @param spec what the suite says of it
     * @param place where people find the baseline
     * @param plan the run
     * @param control makes the main branch's agent where it is asked; called once at most
     * @param cancellation whether somebody asked the run to stop
     */
    static SuiteGate of(
            GateSpec spec, String place, RunPlan plan, Supplier<TranscriptSource> control, Cancellation cancellation) {
        if (spec.by() == By.STRICT) {
            return new StrictGate(spec, plan, Ground.ASKED_FOR, "");
        }
        Baseline baseline;
        try {
            baseline = BaselineFile.read(plan.suite().directory().resolve(spec.baseline()), place);
        } catch (Refused e) {
            return new StrictGate(spec, plan, Ground.UNREADABLE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new StrictGate(spec, plan, Ground.UNREADABLE, place + " cannot be read: " + e);
        }
        if (baseline == null) {
            return new StrictGate(
                    spec,
                    plan,
                    Ground.NO_BASELINE,
                    "there is no baseline (" + place + "), so every cell is held to its own rule; bless a run of the"
                            + " main branch and commit the file");
        }
        if (!baseline.suite().equals(plan.name())) {
            return new StrictGate(
                    spec,
                    plan,
                    Ground.UNREADABLE,
                    place + " is of " + baseline.suite() + ", and this suite is " + plan.name()
                            + "; name another file with 'baseline', or bless a new one");
        }
        if (!baseline.vocabulary().equals(CheckKinds.VERSION)) {
            return new StrictGate(
                    spec,
                    plan,
                    Ground.NO_BASELINE,
                    "the baseline (" + place + ") was judged by checks of version " + baseline.vocabulary()
                            + " and this is version " + CheckKinds.VERSION
                            + ", so nothing can be compared and every cell is held to its own rule; bless a new one");
        }
        return new BaselineGate(spec, plan, baseline, control, cancellation);
    }

    /**
     * How {@code [gate]} ends where only a part of the suite ran: each of its cells has been held to its own rule, and nobody knows of the others.
     *
     * @param selected how many cells ran
     * @param all how many cells the suite has
     */
    static Ending partial(int selected, int all, RunSettings settings) {
        if (settings.shard().isPart()) {
            // Red would make every build red that shares its work; who decides is `merge`, which misses no shard.
            return Ending.aborted("this is only " + settings.shard() + ": the gate decides over the merged run");
        }
        String what = selected == 0
                ? "no cell was selected"
                : selected < all
                        ? "only " + selected + " of " + all + " cells were selected"
                        : "the cells were selected one by one, as a rerun of what failed does";
        String why = what + ", and the gate decides over the whole suite: run it whole, without a filter";
        return settings.mode() == Mode.CI ? Ending.failed(why) : Ending.aborted(why);
    }

    /** What is written down of a gate that was never asked, because the run broke or could not begin. */
    static GateRecord undecided(GateSpec spec, String why) {
        return new GateRecord(
                spec.by() == By.STRICT ? "strict" : "baseline",
                "inconclusive",
                "Nobody knows: " + why + ".",
                null,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    /** Why a gate holds every cell to its own rule. */
    enum Ground {
        /** The suite says so. */
        ASKED_FOR,
        /** There is nothing to compare with yet. */
        NO_BASELINE,
        /** There is something, and it cannot be used. */
        UNREADABLE
    }
}
