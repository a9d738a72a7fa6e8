package dev.retrial.tickets.draft;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.suite.CaseFile;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Status;
import dev.retrial.suite.Ticket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Writes drafts into a suite, each ticket once: what is there already, was rejected, merged or forgotten is left alone, and so is every file that a person has edited.
 *
 * <p>The same export twice writes nothing. Files are written whole or not at all. For one thread.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class DraftFiles {

    /** Tickets that were forgotten on request, one line of JSON each with {@code ref}. */
    public static final String FORGOTTEN = "tickets/forgotten.jsonl";

    /** What the name of a file ends with that lies beside a draft which was edited, and says what a later export would make of the ticket. */
    static final String PROPOSED = ".proposed";

    private final SuiteTree tree;
    private final boolean dryRun;
    private final Map<String, Made> made = new HashMap<>();
    private final Map<String, DraftOutcome> settled = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    /**
     * What was made of a ticket.
     *
     * @param file the case's file
     * @param draft whether it is still a draft
     * @param content the hash of what it was made of, or null where the case does not say
     */
    private record Made(
            String file, boolean draft, @Nullable String content) {}

    private DraftFiles(SuiteTree tree, boolean dryRun) {
        this.tree = tree;
        this.dryRun = dryRun;
    }

    /**
     * Looks at what a suite has.
     *
     * @param suite the directory that holds {@code suite.yaml}
     * @param dryRun whether nothing is to be written
     * @throws IOException where the suite cannot be read
     */
    public static DraftFiles in(Path suite, boolean dryRun) throws IOException {
        return in(suite, dryRun, Disk.REAL);
    }

    static DraftFiles in(Path suite, boolean dryRun, Disk disk) throws IOException {
        SuiteTree tree = new SuiteTree(suite.toRealPath(), disk);
        DraftFiles files = new DraftFiles(tree, dryRun);
        if (!dryRun) {
            tree.clean(tree.resolve(CaseEdits.DRAFTS));
        }
        SuiteCases cases = SuiteCases.read(tree);
        for (CaseFile file : cases.files()) {
            files.ids.add(SuiteCases.id(file.file()));
        }
        for (EvalCase one : cases.all()) {
            files.add(one);
        }
        files.settle(CaseEdits.REJECTED, DraftOutcome.REJECTED);
        files.settle(CaseEdits.MERGED, DraftOutcome.MERGED);
        files.settle(FORGOTTEN, DraftOutcome.FORGOTTEN);
        return files;
    }

    private void add(EvalCase one) {
        Ticket ticket = one.ticket();
        String ref = ticket == null ? null : ticket.ref();
        if (ticket != null && ref != null) {
            ObjectNode provenance = ticket.provenance();
            String content =
                    provenance == null ? null : provenance.path("content").textValue();
            made.put(ref, new Made(one.file(), one.status() == Status.DRAFT, content));
        }
    }

    /** Reads the references of a list; a line that is no JSON is not ours to judge here. */
    private void settle(String list, DraftOutcome outcome) throws IOException {
        Path file = tree.resolve(list);
        if (!Files.exists(file)) {
            return;
        }
        try (var lines = Files.lines(file)) {
            for (String line : (Iterable<String>) lines::iterator) {
                String ref = ref(line);
                if (ref != null) {
                    settled.put(ref, outcome);
                }
            }
        }
    }

    private static @Nullable String ref(String line) {
        try (JsonParser parser = new JsonFactory().createParser(line)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME
                        && parser.currentName().equals("ref")
                        && parser.getParsingContext().getParent().inRoot()) {
                    return parser.nextTextValue();
                }
            }
        } catch (IOException e) {
            // Told by what reads the list for its own sake.
        }
        return null;
    }

    /**
     * What is known of a ticket without drafting it, or null where a draft is wanted: it is new, or has changed since it was drafted.
     *
     * @param ref the ticket's keyed reference
     * @param content the hash of what would be drafted of
     */
    public @Nullable DraftOutcome known(String ref, String content) {
        Made before = made.get(ref);
        DraftOutcome decided = settled.get(ref);
        if (decided == DraftOutcome.FORGOTTEN || decided != null && before == null) {
            return decided;
        }
        if (before == null) {
            return null;
        }
        boolean same = before.content() == null || before.content().equals(content);
        if (before.draft()) {
            return same ? DraftOutcome.UNCHANGED : null;
        }
        return same ? DraftOutcome.IS_A_CASE : DraftOutcome.CASE_OUTDATED;
    }

    /** Writes the draft, unless its ticket is {@link #known}. */
    public DraftOutcome write(Draft draft) throws IOException {
        DraftOutcome known = known(draft.ref(), draft.content());
        if (known != null) {
            return known;
        }
        byte[] bytes = draft.text().getBytes(StandardCharsets.UTF_8);
        Made before = made.get(draft.ref());
        if (before == null) {
            String id = ids.contains(draft.id()) ? CaseId.longer(draft.id(), draft.ref()) : draft.id();
            String file = CaseEdits.DRAFTS + id + ".yaml";
            put(file, bytes);
            ids.add(id);
            made.put(draft.ref(), new Made(file, true, draft.content()));
            return DraftOutcome.WRITTEN;
        }
        String there = Files.readString(tree.resolve(before.file()));
        if (Draft.isUntouched(there)) {
            put(before.file(), counted(draft.text(), there).getBytes(StandardCharsets.UTF_8));
            made.put(draft.ref(), new Made(before.file(), true, draft.content()));
            return DraftOutcome.REPLACED;
        }
        Path proposal = tree.resolve(proposal(before.file()));
        if (SuiteTree.hash(bytes).equals(SuiteTree.hash(proposal))) {
            return DraftOutcome.UNCHANGED;
        }
        put(proposal(before.file()), bytes);
        return DraftOutcome.PROPOSED_BESIDE;
    }

    /** The new text with as many tickets as the old one had counted. */
    private static String counted(String text, String before) {
        CaseText old = CaseText.of(before);
        CaseText now = CaseText.of(text);
        int seen = old == null ? 1 : old.json().path("ticket").path("seen").asInt(1);
        return now == null || seen <= now.json().path("ticket").path("seen").asInt(1)
                ? text
                : Draft.resealed(now.withSeen(seen));
    }

    private void put(String file, byte[] bytes) throws IOException {
        if (!dryRun) {
            tree.put(tree.resolve(file), bytes);
        }
    }

    /** Where what would be drafted now lies beside an edited draft; no suite reads a file of this name. */
    static String proposal(String file) {
        return file + PROPOSED;
    }
}
