package dev.retrial.run;

import dev.retrial.check.Nearest;
import dev.retrial.suite.Suite;
import dev.retrial.suite.Timeouts;
import dev.retrial.suite.Trials;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
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
 * @param shard the part of the suite that this job takes on
 * @param changedSince the revision since which a cell's inputs must have changed, or null for every cell
 * @param nightly whether the gate takes its time, and tries every slice again
 * @param revision the revision under test, or null where nobody says
 * @param inputs globs of files outside the suite's directory that every cell hangs on, relative to the project
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
        Mode mode,
        Shard shard,
        @Nullable String changedSince,
        boolean nightly,
        @Nullable String revision,
        List<String> inputs) {

    /** What each parameter begins with. */
    public static final String PREFIX = "retrial.";

    /** Globs of case ids, separated by commas: {@code refund-*,outage}. Default: every case. */
    public static final String CASES = PREFIX + "cases";

    /** Globs of cohort ids, separated by commas. Default: every cohort. */
    public static final String COHORTS = PREFIX + "cohorts";

    /** How often each cell is replayed: {@code 5}, of which all must pass, or {@code 4/5}, of which four must. Default: the suite's. */
    public static final String TRIALS = PREFIX + "trials";

    /** How many trials run at once, from 1 to {@value #MOST_CONCURRENT}. Default: the suite's. */
    public static final String CONCURRENCY = PREFIX + "concurrency";

    /** The limit of one trial: {@code 90s}, {@code 5m}, {@code 500ms}. Default: the suite's. */
    public static final String TIMEOUT = PREFIX + "timeout";

    /** {@code run} runs drafts too. Default: {@code skip}. */
    public static final String DRAFTS = PREFIX + "drafts";

    /** The directory below which results lie. Default: {@code retrial} in the build directory. */
    public static final String OUTPUT = PREFIX + "output";

    /** {@code local} or {@code ci}. Default: {@code ci} where the environment variable {@code CI} is set and not {@code false}. */
    public static final String MODE = PREFIX + "mode";

    /** Which of several jobs this is: {@code 2/3}. Default: what the CI service says ({@code CI_NODE_INDEX} and {@code CI_NODE_TOTAL} and the like), else everything. */
    public static final String SHARD = PREFIX + "shard";

    /** Runs only cells whose inputs differ from where this branch left a revision: {@code origin/main}. Default: every cell. */
    public static final String CHANGED_SINCE = PREFIX + "changed-since";

    /** Globs of files outside the suite's directory that every cell hangs on, such as prompts, separated by commas and relative to the project: {@code src/main/resources/prompts/**}. Default: none. */
    public static final String INPUTS = PREFIX + "inputs";

    /** How thorough the gate is: {@code pull-request}, or {@code nightly}, which tries every slice again, five attempts of each cell. Default: {@code pull-request}. */
    public static final String GATE = PREFIX + "gate";

    /** The revision under test: where a gate has decided about the same one, its attempts count. Default: what the CI service says, else none. */
    public static final String REVISION = PREFIX + "revision";

    /** How CI services call the revision under test. */
    private static final List<String> REVISIONS =
            List.of("GITHUB_SHA", "CI_COMMIT_SHA", "GIT_COMMIT", "CIRCLE_SHA1", "BUILDKITE_COMMIT");

    static final int MOST_CONCURRENT = 1000;

    private static final int MOST_ATTEMPTS = 1000;

    /** What many a build calls the version of its dependency on us; given to Maven with {@code -D}, it reaches every test. */
    private static final String VERSION = PREFIX + "version";

    private static final List<String> KEYS = List.of(
            CASES,
            COHORTS,
            TRIALS,
            CONCURRENCY,
            TIMEOUT,
            DRAFTS,
            OUTPUT,
            MODE,
            SHARD,
            CHANGED_SINCE,
            GATE,
            REVISION,
            INPUTS);

    /** Copies the lists. */
    public RunSettings {
        cases = List.copyOf(cases);
        cohorts = List.copyOf(cohorts);
        inputs = List.copyOf(inputs);
    }

    /**
     * Reads the parameters.
     *
     * @param parameters the configuration; keys that do not begin with {@code retrial.} are passed over
     * @param environment the environment variables, of which {@code CI} is read, and those that number a job among several
     * @throws InvalidSetting for an unknown key or a bad value
     */
    public static RunSettings of(Map<String, String> parameters, Map<String, String> environment) {
        for (String key : parameters.keySet()) {
            if (key.startsWith(PREFIX) && !KEYS.contains(key) && !key.equals(VERSION)) {
                String nearest = Nearest.to(key, KEYS);
                throw new InvalidSetting("unknown parameter '" + key + "'"
                        + (nearest == null
                                ? "; known are " + String.join(", ", KEYS)
                                : "; did you mean '" + nearest + "'?"));
            }
        }
        return new RunSettings(
                globs(CASES, parameters),
                globs(COHORTS, parameters),
                trials(parameters.get(TRIALS)),
                concurrency(parameters.get(CONCURRENCY)),
                timeout(parameters.get(TIMEOUT)),
                drafts(parameters.get(DRAFTS)),
                output(parameters.get(OUTPUT)),
                mode(parameters.get(MODE), environment.get("CI")),
                Shard.of(parameters.get(SHARD), environment),
                changedSince(parameters.get(CHANGED_SINCE)),
                nightly(parameters.get(GATE)),
                revision(parameters.get(REVISION), environment),
                globs(INPUTS, parameters));
    }

    /** Whether a case of this id is selected. */
    public boolean selectsCase(String id) {
        return Glob.any(cases, id);
    }

    /** Whether a cohort of this id is selected. */
    public boolean selectsCohort(String id) {
        return Glob.any(cohorts, id);
    }

    /**
     * A sentence for a glob that matches nothing, or null where each matches something: a filter that nobody notices would make a build green.
     *
     * @param caseIds the suite's cases
     * @param cohortIds the suite's cohorts
     */
    public @Nullable String matchesNothing(Collection<String> caseIds, Collection<String> cohortIds) {
        String sentence = matchesNothing(CASES, cases, "case", caseIds);
        return sentence != null ? sentence : matchesNothing(COHORTS, cohorts, "cohort", cohortIds);
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

    private static @Nullable String matchesNothing(
            String key, List<String> globs, String what, Collection<String> ids) {
        for (String glob : globs) {
            boolean matches = false;
            for (String id : ids) {
                matches |= Glob.matches(glob, id);
            }
            if (!matches) {
                String nearest = Nearest.to(glob, ids);
                return key + ": '" + glob + "' matches no " + what + " of this suite"
                        + (nearest == null ? "" : "; did you mean '" + nearest + "'?");
            }
        }
        return null;
    }

    private static List<String> globs(String key, Map<String, String> parameters) {
        String value = parameters.get(key);
        if (value == null || value.isBlank()) {
            return List.of();
        }
        List<String> globs = new ArrayList<>();
        for (String glob : value.split(",", -1)) {
            if (glob.isBlank()) {
                throw bad(key, value, "ids or globs separated by commas, such as refund-*,outage");
            }
            globs.add(glob.strip());
        }
        return globs;
    }

    private static @Nullable Trials trials(@Nullable String value) {
        if (value == null) {
            return null;
        }
        int slash = value.indexOf('/');
        int attempts = number(value.substring(slash + 1));
        int pass = slash < 0 ? attempts : number(value.substring(0, slash));
        if (attempts < 1 || attempts > MOST_ATTEMPTS || pass < 1 || pass > attempts) {
            throw bad(
                    TRIALS,
                    value,
                    "a number from 1 to " + MOST_ATTEMPTS
                            + ", all of which must pass, or two of them: 4/5 means that four of five must");
        }
        return new Trials(attempts, pass);
    }

    private static @Nullable Integer concurrency(@Nullable String value) {
        if (value == null) {
            return null;
        }
        int number = number(value);
        if (number < 1 || number > MOST_CONCURRENT) {
            throw bad(CONCURRENCY, value, "a number from 1 to " + MOST_CONCURRENT);
        }
        return number;
    }

    private static @Nullable Duration timeout(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String text = value.strip();
        String digits = text.endsWith("ms")
                ? text.substring(0, text.length() - 2)
                : text.substring(0, Math.max(0, text.length() - 1));
        int number = number(digits);
        Duration duration = number < 1
                ? null
                : text.endsWith("ms")
                        ? Duration.ofMillis(number)
                        : text.endsWith("s")
                                ? Duration.ofSeconds(number)
                                : text.endsWith("m")
                                        ? Duration.ofMinutes(number)
                                        : text.endsWith("h") ? Duration.ofHours(number) : null;
        if (duration == null) {
            throw bad(TIMEOUT, value, "a time with its unit, such as 500ms, 90s, 5m or 1h");
        }
        return duration;
    }

    private static boolean drafts(@Nullable String value) {
        if (value == null || value.equals("skip")) {
            return false;
        }
        if (value.equals("run")) {
            return true;
        }
        throw bad(DRAFTS, value, "skip or run");
    }

    private static @Nullable String changedSince(@Nullable String value) {
        if (value != null && value.isBlank()) {
            throw bad(CHANGED_SINCE, value, "a revision such as origin/main");
        }
        return value == null ? null : value.strip();
    }

    private static boolean nightly(@Nullable String value) {
        if (value == null || value.equals("pull-request")) {
            return false;
        }
        if (value.equals("nightly")) {
            return true;
        }
        throw bad(GATE, value, "pull-request or nightly");
    }

    private static @Nullable String revision(@Nullable String value, Map<String, String> environment) {
        if (value != null) {
            return value.isBlank() ? null : value.strip();
        }
        for (String name : REVISIONS) {
            String revision = environment.get(name);
            if (revision != null && !revision.isBlank()) {
                return revision.strip();
            }
        }
        return null;
    }

    private static @Nullable Path output(@Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            if (!value.isBlank()) {
                return Path.of(value);
            }
        } catch (InvalidPathException e) {
            // Said below.
        }
        throw bad(OUTPUT, value, "a directory");
    }

    private static Mode mode(@Nullable String value, @Nullable String ci) {
        if (value == null) {
            return ci == null || ci.isBlank() || ci.equalsIgnoreCase("false") ? Mode.LOCAL : Mode.CI;
        }
        for (Mode mode : Mode.values()) {
            if (mode.key().equals(value)) {
                return mode;
            }
        }
        throw bad(MODE, value, "local or ci");
    }

    /** The number, or -1 where it is none or has more than six digits. */
    private static int number(String text) {
        String digits = text.strip();
        if (digits.isEmpty() || digits.length() > 6) {
            return -1;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return -1;
            }
        }
        return Integer.parseInt(digits);
    }

    private static InvalidSetting bad(String key, String value, String expected) {
        return new InvalidSetting("parameter '" + key + "': expected " + expected + ", but was '" + value + "'");
    }
}
