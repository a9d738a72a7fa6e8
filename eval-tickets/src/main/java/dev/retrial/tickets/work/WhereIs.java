package dev.retrial.tickets.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.retrial.suite.EvalCase;
import dev.retrial.tickets.draft.CaseEdits;
import dev.retrial.tickets.duplicate.SeenTickets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Finds what was made of a ticket: only those who have the key and the ticket's number can ask. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class WhereIs {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private WhereIs() {}

    /**
     * What was made of a ticket.
     *
     * @param reference its keyed reference
     * @param imported whether it is in the working directory
     * @param lines what it has become, a line each, such as {@code active case refund-late (cases/refund-late.yaml)}
     */
    public record Answer(String reference, boolean imported, List<String> lines) {

        /** Copies the list. */
        public Answer {
            lines = List.copyOf(lines);
        }

        /** Whether anything is known of it. */
        public boolean isKnown() {
            return imported || !lines.isEmpty();
        }
    }

    /** Looks everywhere. */
    public static Answer find(TicketWork work, String reference) throws IOException {
        List<String> lines = new ArrayList<>();
        for (EvalCase one : FailureStories.cases(work.suite())) {
            if (one.ticket() != null && reference.equals(one.ticket().ref())) {
                lines.add(one.status().name().toLowerCase(Locale.ROOT).replace('_', '-') + " case " + one.id() + " ("
                        + one.file() + ")");
            }
        }
        add(work.suite().resolve(SeenTickets.FILE), reference, "counted in case ", "case", lines);
        add(work.suite().resolve(CaseEdits.MERGED), reference, "merged into case ", "into", lines);
        add(work.suite().resolve(CaseEdits.REJECTED), reference, "rejected: ", "reason", lines);
        add(work.suite().resolve(TombstoneFile.NAME), reference, "forgotten on ", "forgotten", lines);
        boolean imported = !work.store().isEmpty() && work.store().index().has(reference);
        return new Answer(reference, imported, lines);
    }

    private static void add(Path file, String reference, String what, String key, List<String> lines)
            throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        for (String line : Files.readAllLines(file)) {
            JsonNode node = json(line);
            if (node != null && node.path("ref").asText().equals(reference)) {
                lines.add(what + node.path(key).asText("?"));
            }
        }
    }

    /** The references that a list names. */
    static Set<String> references(Path file) throws IOException {
        Set<String> references = new HashSet<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                JsonNode node = json(line);
                if (node != null) {
                    references.add(node.path("ref").asText());
                }
            }
        }
        return references;
    }

    static @Nullable JsonNode json(String line) {
        try {
            return line.isBlank() ? null : JSON.readTree(line);
        } catch (IOException e) {
            // Whoever needs the list for its own sake tells of the line.
            return null;
        }
    }
}
