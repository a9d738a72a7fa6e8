package dev.retrial.decision;

import dev.retrial.baseline.CellKey;
import dev.retrial.gate.Part;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a run that gates: neither a draft, nor in quarantine, nor known to fail.
 *
 * @param key the cell
 * @param hash what its verdicts rest on, as {@code Blessing.hashOf} has it; null where it has no attempt
 * @param difficulty its difficulty, or null
 * @param failure its failure class, or null
 * @param tags the tags of its case
 * @param first whether its first attempt passed; null where that could not be evaluated, or was never made
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RunCell(
        CellKey key,
        @Nullable String hash,
        @Nullable String difficulty,
        @Nullable String failure,
        List<String> tags,
        @Nullable Boolean first) {

    /** Copies the list. */
    public RunCell {
        tags = List.copyOf(tags);
    }

    /** Whether the cell is one of these. */
    boolean isIn(Part part) {
        return fits(part.cohort(), key.cohort())
                && fits(part.difficulty(), difficulty)
                && fits(part.failure(), failure)
                && (part.tag() == null || tags.contains(part.tag()));
    }

    private static boolean fits(@Nullable String wanted, @Nullable String is) {
        return wanted == null || wanted.equals(is);
    }
}
