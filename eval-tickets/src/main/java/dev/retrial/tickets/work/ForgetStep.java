package dev.retrial.tickets.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Status;
import dev.retrial.tickets.draft.CaseEdits;
import dev.retrial.tickets.draft.CaseYaml;
import dev.retrial.tickets.duplicate.SeenTickets;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Removes everything that was derived from a ticket, and leaves a tombstone by which no later import brings it back: the case and its drafts, recordings, signatures,
 * counts, what runs wrote of the case, the ticket in the working directory. What git's history holds is not touched, and is told.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ForgetStep {

    private static final int DEEPEST = 12;

    private final TicketWork work;
    private final String reference;
    private final boolean dryRun;
    private final List<String> removed = new ArrayList<>();

    private ForgetStep(TicketWork work, String reference, boolean dryRun) {
        this.work = work;
        this.reference = reference;
        this.dryRun = dryRun;
    }

    /**
     * Forgets.
     *
     * @param reference the ticket's keyed reference
     * @param results directories of results, such as {@code target/retrial}; those that are not there are passed over
     * @param today the day that the tombstone names
     * @param dryRun whether only to say what would go
     * @return what went, a line each; a tombstone is left even where there was nothing
     */
    public static List<String> run(
            TicketWork work, String reference, List<Path> results, LocalDate today, boolean dryRun) throws IOException {
        Closeable lock = work.directory().lock();
        try {
            return new ForgetStep(work, reference, dryRun).run(results, today);
        } finally {
            lock.close();
        }
    }

    private List<String> run(List<Path> results, LocalDate today) throws IOException {
        if (!dryRun) {
            // First of all, so that a crash leaves something that the next attempt and the next import know.
            new TombstoneFile(work.suite()).add(reference, today);
        }
        Set<String> ids = new HashSet<>();
        for (EvalCase one : FailureStories.cases(work.suite())) {
            if (one.ticket() != null && reference.equals(one.ticket().ref())) {
                ids.add(one.id());
                forget(one, today);
            }
        }
        for (String list : List.of(SeenTickets.FILE, CaseEdits.REJECTED, CaseEdits.MERGED)) {
            filter(work.suite().resolve(list), line -> isOf(line, "ref", Set.of(reference)));
        }
        if (!work.store().isEmpty() && work.store().index().has(reference)) {
            removed.add("the ticket in " + work.directory().path());
            if (!dryRun) {
                work.store().remove(reference::equals);
            }
        }
        filter(
                work.directory().file(TriageFile.NAME),
                line -> line.contains(reference) && isOf(line, "ref", Set.of(reference)));
        review(ids);
        // A judge's answers are kept by a hash of what it was shown, from which nobody comes back to the ticket.
        tree(work.directory().file("answers"));
        for (Path directory : results) {
            results(directory, ids);
        }
        return removed;
    }

    private void forget(EvalCase evalCase, LocalDate today) throws IOException {
        Path file = work.suite().resolve(evalCase.file());
        if (evalCase.status() == Status.DRAFT) {
            delete(file);
        } else {
            removed.add(
                    evalCase.file() + " (a tombstone without content stays, so that the gate knows why it is gone)");
            if (!dryRun) {
                Path written = file.resolveSibling("." + file.getFileName() + ".new");
                Files.writeString(written, CaseYaml.write(tombstone(today)));
                WorkDirectory.replace(written, file);
            }
        }
        delete(file.resolveSibling(file.getFileName() + ".proposed"));
        Path recordings = work.suite().resolve("recordings");
        delete(recordings.resolve(evalCase.id() + ".json"));
        tree(recordings.resolve(evalCase.id()));
    }

    private static ObjectNode tombstone(LocalDate today) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("title", "Forgotten on request");
        json.put("status", Status.RETIRED.name().toLowerCase(Locale.ROOT));
        json.put("because", "The ticket it was made of was forgotten on request on " + today + ".");
        json.putArray("conversation").addObject().put("customer", "Forgotten.");
        json.putObject("expect").putObject("tone").put("words", 1000);
        return json;
    }

    /** What a review keeps of decisions and of forms that were not saved: texts of cases. */
    private void review(Set<String> ids) throws IOException {
        // A draft that was rejected is in no file of the suite any more, and still can come back.
        for (String name : List.of(CaseEdits.UNDO, "decisions.jsonl", "reviewed.jsonl")) {
            filter(
                    work.directory().file(name),
                    line -> line.contains(reference) || ids.stream().anyMatch(line::contains));
        }
        Path unsaved = work.directory().file("unsaved");
        if (Files.isDirectory(unsaved)) {
            try (Stream<Path> files = Files.list(unsaved)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    // Its name says nothing; the text of a draft names its ticket.
                    if (Files.readString(file).contains(reference)) {
                        delete(file);
                    }
                }
            }
        }
    }

    /** Lines of results that are about the cases, and the transcripts that they name. */
    private void results(Path directory, Set<String> ids) throws IOException {
        if (ids.isEmpty() || !Files.isDirectory(directory)) {
            return;
        }
        List<Path> found;
        try (Stream<Path> files = Files.walk(directory, DEEPEST)) {
            found = files.filter(file -> file.endsWith("results.jsonl"))
                    .sorted()
                    .toList();
        }
        for (Path file : found) {
            Path run = file.toAbsolutePath().getParent();
            for (String line : Files.readAllLines(file)) {
                JsonNode node = isOf(line, "case", ids) ? WhereIs.json(line) : null;
                String transcript = node == null ? "" : node.path("transcript").asText("");
                if (!transcript.isEmpty()
                        && run != null
                        && run.resolve(transcript).normalize().startsWith(run)) {
                    delete(run.resolve(transcript));
                }
            }
            filter(file, line -> isOf(line, "case", ids));
        }
    }

    private static boolean isOf(String line, String key, Set<String> wanted) {
        JsonNode node = WhereIs.json(line);
        return node != null && wanted.contains(node.path(key).asText());
    }

    /** Takes lines out of a file, which is there whole at every moment. */
    private void filter(Path file, Predicate<String> gone) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        Path written = file.resolveSibling("." + file.getFileName() + ".new");
        int count = 0;
        // Line by line: what triage said of a million tickets does not fit into memory.
        try (BufferedReader in = Files.newBufferedReader(file);
                BufferedWriter out = Files.newBufferedWriter(written)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (gone.test(line)) {
                    count++;
                } else {
                    out.write(line);
                    out.write('\n');
                }
            }
        }
        if (count > 0) {
            removed.add((count == 1 ? "1 line of " : count + " lines of ") + file);
        }
        if (count > 0 && !dryRun) {
            WorkDirectory.replace(written, file);
        } else {
            Files.delete(written);
        }
    }

    private void delete(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            removed.add(String.valueOf(file));
            if (!dryRun) {
                Files.delete(file);
            }
        }
    }

    private void tree(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(directory)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        removed.add(String.valueOf(directory));
        if (!dryRun) {
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
