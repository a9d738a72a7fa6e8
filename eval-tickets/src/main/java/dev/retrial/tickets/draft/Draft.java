package dev.retrial.tickets.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.draft.DraftCheck.Checked;
import java.nio.charset.StandardCharsets;
import org.apiguardian.api.API;

/**
 * A case as it is proposed.
 *
 * @param id the case's id, and the name of its file without the ending
 * @param ref the ticket's keyed reference
 * @param content a hash of what the draft was made of: as long as it is the same, so is the ticket
 * @param json what the file says
 * @param text the file
 * @param checked the case, tried on its own ticket
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Draft(String id, String ref, String content, ObjectNode json, String text, Checked checked) {

    /** Under {@code ticket.provenance}: a hash of the file with this hash left out, by which a file that a person has edited is told from one that nobody has. */
    static final String UNTOUCHED = "untouched";

    /** As long as the hash that takes its place. */
    private static final String NONE = "0".repeat(16);

    private static final String KEY = UNTOUCHED + ": ";

    /** The file of a case whose provenance has room for the hash. */
    static String sealed(ObjectNode json) {
        ((ObjectNode) json.path("ticket").path("provenance")).put(UNTOUCHED, "h" + NONE);
        String text = CaseYaml.write(json);
        return text.replace(KEY + "h" + NONE, KEY + "h" + hash(text));
    }

    /** Whether nobody has edited this file since it was drafted. */
    static boolean isUntouched(String text) {
        int at = text.indexOf(KEY + "h");
        int from = at + KEY.length() + 1;
        if (at < 0 || from + NONE.length() > text.length()) {
            return false;
        }
        String found = text.substring(from, from + NONE.length());
        return found.equals(hash(text.substring(0, from) + NONE + text.substring(from + NONE.length())));
    }

    /** The file with the hash that it should have, for a change that no person made. */
    static String resealed(String text) {
        int from = text.indexOf(KEY + "h") + KEY.length() + 1;
        String open = text.substring(0, from) + NONE + text.substring(from + NONE.length());
        return text.substring(0, from) + hash(open) + text.substring(from + NONE.length());
    }

    private static String hash(String text) {
        return SuiteTree.hash(text.getBytes(StandardCharsets.UTF_8)).substring(0, NONE.length());
    }
}
