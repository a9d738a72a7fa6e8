package dev.retrial.check.policy;

import dev.retrial.check.Severity;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a policy.
 *
 * @param id its id, unique in the suite
 * @param says the sentence that a failure shows
 * @param version the version of the policy, or null
 * @param source where the policy is written, or null
 * @param severity how much it weighs
 * @param cohorts the cohorts that it is for; empty for all
 * @param form what it demands
 * @param event what must never, must, or may only then happen
 * @param before what must have happened before; only with {@link Form#EACH}
 * @param when what limits it, or null
 * @param within how many replies it has in view, or null for all
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Rule(
        String id,
        String says,
        @Nullable String version,
        @Nullable String source,
        Severity severity,
        List<String> cohorts,
        Form form,
        Trigger event,
        @Nullable Trigger before,
        @Nullable Trigger when,
        @Nullable Integer within) {

    /** Copies the list. */
    public Rule {
        cohorts = List.copyOf(cohorts);
    }

    /** What a rule demands of its event. */
    public enum Form {
        /** It does not happen. */
        NEVER,
        /** It happens. */
        MUST,
        /** Each time it happens, something else has happened before. */
        EACH
    }

    /** Whether it is for this cohort. */
    public boolean isFor(String cohort) {
        return cohorts.isEmpty() || cohorts.contains(cohort);
    }

    /** Whether it cannot be told without the tool calls. */
    boolean needsCalls() {
        return event.needsCalls() || (before != null && before.needsCalls()) || (when != null && when.needsCalls());
    }
}
