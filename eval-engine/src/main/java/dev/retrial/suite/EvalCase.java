package dev.retrial.suite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.scene.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A case: what the customer said, what the tools answer, what must and must not happen.
 *
 * @param id the file's name without its ending, unique in the suite
 * @param file the file, relative to the suite's directory, with {@code /}
 * @param line the line of the case in its file, from 1
 * @param title one line for people
 * @param status where it stands in its life
 * @param because why it is known to fail, quarantined or retired, or null
 * @param until the day (UTC) from which a quarantined case gates again, or null
 * @param failure what the agent did wrong, or null for a case that only keeps what is good
 * @param difficulty how hard it is, or null
 * @param tags the case's own tags
 * @param ticket where it comes from, or null
 * @param why what happened, or null
 * @param owner who looks after it, or null
 * @param cohorts the ids of its cohorts, in the suite's order, with the line each is named on (the case's own line where the file names none)
 * @param now the clock that the agent sees, or null for the real one
 * @param facts what the customer knows
 * @param context what the case adds to the cohort's context; not to be changed
 * @param conversation what the customer says, in order; may be empty where the agent is {@code recorded}
 * @param world what the tools answer, the suite's defaults included
 * @param ownWorld whether the case has a {@code world} of its own
 * @param expect the checks of the case and of its turns, without those of suite and cohort
 * @param waived the checks of outer layers that do not hold here: name, or name@cohort, to the reason
 * @param varies what may differ between the cohorts: the key of an {@link Invariant}, or key@cohort, to the reason
 * @param observed what production really said; each must fail the case
 * @param accepted what a person then said; each must pass it
 * @param draft what is open in a draft: {@code proposed}, {@code fill-in}, {@code evidence}, {@code uncertain}, {@code self-check}, {@code family}; null where the
 *     file has none; not to be changed
 * @param hash SHA-256 of what its verdicts rest on, in hex: what people read and sort by is left out, and so are comments, layout and the order of keys
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record EvalCase(
        String id,
        String file,
        int line,
        String title,
        Status status,
        @Nullable String because,
        @Nullable LocalDate until,
        @Nullable FailureClass failure,
        @Nullable Difficulty difficulty,
        List<String> tags,
        @Nullable Ticket ticket,
        @Nullable String why,
        @Nullable String owner,
        Map<String, Integer> cohorts,
        @Nullable Instant now,
        Facts facts,
        ObjectNode context,
        List<CustomerTurn> conversation,
        WorldSpec world,
        boolean ownWorld,
        List<ScopedCheck> expect,
        Map<String, String> waived,
        Map<String, String> varies,
        List<ReferenceAnswer> observed,
        List<ReferenceAnswer> accepted,
        @Nullable ObjectNode draft,
        String hash)
        implements CaseFile {

    /** A case of which nothing is open. */
    public EvalCase(
            String id,
            String file,
            int line,
            String title,
            Status status,
            @Nullable String because,
            @Nullable LocalDate until,
            @Nullable FailureClass failure,
            @Nullable Difficulty difficulty,
            List<String> tags,
            @Nullable Ticket ticket,
            @Nullable String why,
            @Nullable String owner,
            Map<String, Integer> cohorts,
            @Nullable Instant now,
            Facts facts,
            ObjectNode context,
            List<CustomerTurn> conversation,
            WorldSpec world,
            boolean ownWorld,
            List<ScopedCheck> expect,
            Map<String, String> waived,
            Map<String, String> varies,
            List<ReferenceAnswer> observed,
            List<ReferenceAnswer> accepted,
            String hash) {
        this(
                id,
                file,
                line,
                title,
                status,
                because,
                until,
                failure,
                difficulty,
                tags,
                ticket,
                why,
                owner,
                cohorts,
                now,
                facts,
                context,
                conversation,
                world,
                ownWorld,
                expect,
                waived,
                varies,
                observed,
                accepted,
                null,
                hash);
    }

    /** The same with another status. */
    public EvalCase as(Status other) {
        return new EvalCase(
                id,
                file,
                line,
                title,
                other,
                because,
                until,
                failure,
                difficulty,
                tags,
                ticket,
                why,
                owner,
                cohorts,
                now,
                facts,
                context,
                conversation,
                world,
                ownWorld,
                expect,
                waived,
                varies,
                observed,
                accepted,
                draft,
                hash);
    }
}
