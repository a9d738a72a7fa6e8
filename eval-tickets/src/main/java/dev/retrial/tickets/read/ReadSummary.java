package dev.retrial.tickets.read;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * What a reading came to.
 *
 * @param files files that were opened, the entries of archives among them
 * @param ignoredFiles files of directories that were not opened, since their names end in nothing that exports end in
 * @param tickets tickets that were handed over
 * @param turns turns of these
 * @param bySystem tickets by system, such as {@code zendesk}
 * @param deleted tickets that the export says were deleted, and that were not handed over
 * @param problemCount how many problems there were
 * @param problems the first of them, at most {@link ReadLimits#problemsKept()}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ReadSummary(
        long files,
        long ignoredFiles,
        long tickets,
        long turns,
        Map<String, Long> bySystem,
        List<Deleted> deleted,
        long problemCount,
        List<ReadProblem> problems) {

    /** Copies the collections. */
    public ReadSummary {
        bySystem = java.util.Collections.unmodifiableMap(new TreeMap<>(bySystem));
        deleted = List.copyOf(deleted);
        problems = List.copyOf(problems);
    }

    /** Whether everything could be read. */
    public boolean complete() {
        return problemCount == 0;
    }

    /**
     * A ticket that was deleted in the help desk: what was derived from it should go too.
     *
     * @param system its system
     * @param id its id there
     */
    public record Deleted(String system, String id) {}
}
