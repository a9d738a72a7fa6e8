package dev.retrial.run;

import dev.retrial.suite.CaseFile;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Status;
import dev.retrial.suite.Suite;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The part of a suite that one of several jobs takes on.
 *
 * <p>Which case falls to which shard depends on its id alone: all its cohorts run together, and a case that is added moves no other.
 *
 * @param number the number of this shard, from 1
 * @param of how many there are
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Shard(int number, int of) {

    /** Everything. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final int MOST = 10_000;

    /** How CI services number their jobs: the variable of the number, that of the count, and the first number. */
    private static final List<Service> SERVICES = List.of(
            new Service("CI_NODE_INDEX", "CI_NODE_TOTAL", 1),
            new Service("CIRCLE_NODE_INDEX", "CIRCLE_NODE_TOTAL", 0),
            new Service("BUILDKITE_PARALLEL_JOB", "BUILDKITE_PARALLEL_JOB_COUNT", 0),
            new Service("SEMAPHORE_JOB_INDEX", "SEMAPHORE_JOB_COUNT", 1));

    private record Service(String number, String count, int first) {}

    /** Refuses a shard that cannot be. */
    public Shard {
        if (of < 1 || of > MOST || number < 1 || number > of) {
            throw new IllegalArgumentException("shard " + number + " of " + of);
        }
    }

    /**
     * The shard that is asked for, else the one that the CI service says this job is, else everything.
     *
     * @param written {@code 2/3}, or null
     * @param environment the environment variables
     * @throws InvalidSetting where what is written is no shard, or the service's numbers make none: to run everything in each job, or nothing in one, would not be noticed
     */
    static Shard of(@Nullable String written, Map<String, String> environment) {
        if (written != null) {
            int slash = written.indexOf('/');
            Shard shard = slash < 0 ? null : of(written.substring(0, slash), written.substring(slash + 1), 1);
            if (shard == null) {
                throw new InvalidSetting("parameter '" + RunSettings.SHARD
                        + "': expected a number of how many, from 1/1 to " + MOST + "/" + MOST
                        + ", such as 2/3, but was '"
                        + written + "'");
            }
            return shard;
        }
        for (Service service : SERVICES) {
            String number = environment.get(service.number);
            String count = environment.get(service.count);
            if (number != null && count != null && !count.strip().equals("1")) {
                Shard shard = of(number, count, service.first);
                if (shard == null) {
                    throw new InvalidSetting(service.number + " is '" + number + "' and " + service.count + " is '"
                            + count + "', which is no shard; say which one this is with -D" + RunSettings.SHARD
                            + "=2/3, or 1/1 for everything");
                }
                return shard;
            }
        }
        return WHOLE;
    }

    private static @Nullable Shard of(String number, String count, int first) {
        try {
            return new Shard(Integer.parseInt(number.strip()) - first + 1, Integer.parseInt(count.strip()));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether others have the rest. */
    public boolean isPart() {
        return of > 1;
    }

    /** Whether the case falls to this shard. */
    public boolean has(String caseId) {
        if (of == 1) {
            return true;
        }
        // Ids that are numbered differ in their last characters only, which the multiplication spreads.
        int spread = caseId.hashCode() * 0x9E3779B9;
        return Math.floorMod(spread ^ (spread >>> 16), of) == number - 1;
    }

    /** How many cells of the suite fall to this shard, filters aside. */
    public int cellsOf(Suite suite) {
        int cells = 0;
        for (CaseFile file : suite.files()) {
            if (file instanceof EvalCase evalCase && evalCase.status() != Status.RETIRED && has(evalCase.id())) {
                cells += evalCase.cohorts().size();
            }
        }
        return cells;
    }

    /** {@code shard 2 of 3}. */
    @Override
    public String toString() {
        return "shard " + number + " of " + of;
    }
}
