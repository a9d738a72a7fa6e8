package dev.retrial.tickets.draft;

import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Ticket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** Counts in a case's {@code ticket.seen} the tickets that tell its story. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SeenCounts {

    private SeenCounts() {}

    /**
     * Raises the counts of cases; comments and the way in which a file is written stay, and a draft that nobody has edited stays one. A case that is gone is passed
     * over.
     *
     * @param suite the directory that holds {@code suite.yaml}
     * @param raised by how much, by the case's id
     * @return what the counts are now, by the case's id
     */
    public static Map<String, Integer> raise(Path suite, Map<String, Integer> raised) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        if (raised.isEmpty()) {
            return counts;
        }
        SuiteTree tree = new SuiteTree(suite.toRealPath(), Disk.REAL);
        SuiteCases cases = SuiteCases.read(tree);
        for (EvalCase one : cases.all()) {
            Integer more = raised.get(one.id());
            if (more != null && more > 0) {
                Ticket ticket = one.ticket();
                int seen = (ticket == null ? 1 : ticket.seen()) + more;
                Path file = tree.resolve(one.file());
                String text = Files.readString(file);
                CaseText read = CaseText.of(text);
                if (read != null) {
                    String counted = read.withSeen(seen);
                    tree.put(
                            file,
                            (Draft.isUntouched(text) ? Draft.resealed(counted) : counted)
                                    .getBytes(StandardCharsets.UTF_8));
                    counts.put(one.id(), seen);
                }
            }
        }
        return counts;
    }
}
