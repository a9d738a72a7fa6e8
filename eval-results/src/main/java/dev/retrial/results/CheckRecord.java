package dev.retrial.results;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What one check found in one trial.
 *
 * @param check the check's name: {@code tools.never}
 * @param severity {@code critical}, {@code major} or {@code advisory}
 * @param outcome {@code passed}, {@code failed}, {@code not-applicable} or {@code error}
 * @param message the nearest miss of a failure, why it could not be evaluated, or what a judge said that it passed; null where there is nothing to say
 * @param expected what a failed check expected, else null
 * @param was what there was instead, else null
 * @param turn the turn that broke the expectation, from 1, or null
 * @param evidence the spans of replies that decided
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CheckRecord(
        String check,
        String severity,
        String outcome,
        @Nullable String message,
        @Nullable String expected,
        @Nullable String was,
        @Nullable Integer turn,
        List<Span> evidence) {

    /** Copies the list. */
    public CheckRecord {
        evidence = List.copyOf(evidence);
    }

    /**
     * A span of a reply.
     *
     * @param turn the turn of the reply, from 1
     * @param start the offset of the first character (UTF-16 unit) in the reply
     * @param end the offset behind the last one
     */
    public record Span(int turn, int start, int end) {}
}
