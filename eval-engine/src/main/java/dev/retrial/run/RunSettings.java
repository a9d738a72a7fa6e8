package dev.retrial.run;

import dev.retrial.suite.Suite;
import dev.retrial.suite.Timeouts;
import dev.retrial.suite.Trials;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a run: {@code retrial.*} from system properties, {@code junit-platform.properties} or the build.
 *
 * @param cases globs ({@code *}, {@code ?}) of which a case's id must match one; empty for all
 * @param cohorts globs of which a cohort's id must match one; empty for all
 * @param trials what stands in place of the suite's, or null
 * @param concurrency what stands in place of the suite's, from 1, or null
 * @param timeout the limit of one trial in place of the suite's, or null; no turn takes longer either
 * @param drafts whether drafts run
 * @param output the directory below which results lie, or null for {@code retrial} in the build directory
 * @param mode how what is undecided ends
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RunSettings(
        List<String> cases,
        List<String> cohorts,
        @Nullable Trials trials,
        @Nullable Integer concurrency,
        @Nullable Duration timeout,
        boolean drafts,
        @Nullable Path output,
        Mode mode) {

    /** What each parameter begins with. */
    public static final String PREFIX = "retrial.";

    /** Copies the lists. */
    public RunSettings {
        cases = List.copyOf(cases);
        cohorts = List.copyOf(cohorts);
    }

    /**
     * Reads the parameters.
     *
     * @param parameters the configuration; keys that do not begin with {@code retrial.} are passed over
     * @param environment the environment variables, of which {@code CI} is read
     * @throws InvalidSetting for an unknown key or a bad value
     */
    public static RunSettings of(Map<String, String> parameters, Map<String, String> environment) {
        String ci = environment.get("CI");
        Mode mode = ci == null || ci.equals("false") ? Mode.LOCAL : Mode.CI;
        return new RunSettings(List.of(), List.of(), null, null, null, false, null, mode);
    }

    /** Whether a case of this id is selected. */
    public boolean selectsCase(String id) {
        return true;
    }

    /** Whether a cohort of this id is selected. */
    public boolean selectsCohort(String id) {
        return true;
    }

    /** How often each cell of the suite is replayed. */
    public Trials trials(Suite suite) {
        return trials != null ? trials : suite.trials();
    }

    /** How many trials of the suite run at once. */
    public int concurrency(Suite suite) {
        return concurrency != null ? concurrency : suite.concurrency();
    }

    /** How long the suite's agent may take. */
    public Timeouts timeouts(Suite suite) {
        Timeouts own = suite.timeouts();
        if (timeout == null) {
            return own;
        }
        return new Timeouts(own.turn().compareTo(timeout) < 0 ? own.turn() : timeout, timeout);
    }
}
