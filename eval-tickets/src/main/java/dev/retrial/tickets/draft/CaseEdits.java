package dev.retrial.tickets.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.FailureClass;
import dev.retrial.suite.Status;
import dev.retrial.suite.Ticket;
import dev.retrial.tickets.draft.Decided.How;
import dev.retrial.tickets.draft.DraftCheck.Checked;
import dev.retrial.tickets.draft.FileStep.AddLine;
import dev.retrial.tickets.draft.FileStep.Put;
import dev.retrial.tickets.draft.FileStep.Rehome;
import dev.retrial.tickets.draft.FileStep.Remove;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What people decide on drafts: accept, edit, reject, merge into a case that is there.
 *
 * <p>A decision is written to a journal before anything changes and carried out in steps that each leave whole files only; {@link #open} carries out what a crash has
 * left undone. So a decision that has returned is never lost, and no file is ever half written. A file that was changed by somebody else in the meantime is left alone.
 *
 * <p>May be used by several threads; a second process on the same working directory is refused.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CaseEdits implements Closeable {

    /** Where drafts lie, relative to the suite's directory. */
    public static final String DRAFTS = "cases/drafts/";

    /** What has been rejected, one line of JSON each: {@code ref}, {@code class}, {@code signature}, {@code reason}; no text of the ticket. */
    public static final String REJECTED = "tickets/rejected.jsonl";

    /** What has been merged, one line of JSON each: {@code ref} and the {@code case} that tells its story. */
    public static final String MERGED = "tickets/merged.jsonl";

    /** How the last decisions can be taken back, in the working directory; it holds texts of drafts. */
    public static final String UNDO = "undo.jsonl";

    private final SuiteTree tree;
    private final DecisionJournal journal;
    private final UndoList undo;
    private final FileChannel lock;
    private final List<String> unsettled;

    private CaseEdits(
            SuiteTree tree, DecisionJournal journal, UndoList undo, FileChannel lock, List<String> unsettled) {
        this.tree = tree;
        this.journal = journal;
        this.undo = undo;
        this.lock = lock;
        this.unsettled = List.copyOf(unsettled);
    }

    /**
     * Opens a suite for decisions, and carries out what a crash has left undone.
     *
     * @param suite the directory that holds {@code suite.yaml}
     * @param work the local working directory, in which the journal lies
     * @throws IOException where another process decides at the moment, or a directory cannot be written to
     */
    public static CaseEdits open(Path suite, Path work) throws IOException {
        return open(suite, work, Disk.REAL);
    }

    static CaseEdits open(Path suite, Path work, Disk disk) throws IOException {
        Files.createDirectories(work);
        FileChannel lock =
                FileChannel.open(work.resolve("review.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            lock(lock);
            SuiteTree tree = new SuiteTree(suite.toRealPath(), disk);
            List<String> unsettled = new ArrayList<>();
            UndoList undo = UndoList.open(work.resolve(UNDO), disk);
            DecisionJournal journal =
                    DecisionJournal.open(work.resolve("decisions.jsonl"), tree, disk, undo, unsettled);
            tree.clean(tree.resolve(DRAFTS));
            return new CaseEdits(tree, journal, undo, lock, unsettled);
        } catch (IOException | RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private static void lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // The same JVM: told below.
        }
        throw new IOException("somebody reviews these drafts at the moment: close that page or command first");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    /** Decisions that a crash left undone and that can no longer be carried out, one sentence each; usually none. */
    public List<String> unsettled() {
        return unsettled;
    }

    /** The drafts that wait, in the order of their files; broken ones too. */
    public synchronized List<QueuedDraft> queue() throws IOException {
        return cases().drafts();
    }

    /** The draft of this id, or null where none waits. */
    public synchronized @Nullable QueuedDraft draft(String id) throws IOException {
        return cases().draft(id);
    }

    /**
     * A draft with the cases that it can be merged into, from one look at the suite.
     *
     * @param draft the draft
     * @param cases as of {@link #cases}
     */
    public record Beside(QueuedDraft draft, List<EvalCase> cases) {

        /** Copies the list. */
        public Beside {
            cases = List.copyOf(cases);
        }
    }

    /** The draft of this id with all cases that it can be merged into, or null where none waits. */
    public synchronized @Nullable Beside beside(String id) throws IOException {
        SuiteCases cases = cases();
        QueuedDraft draft = cases.draft(id);
        return draft == null ? null : new Beside(draft, targets(cases, null));
    }

    /** The drafts that wait, without what their files hold: quick for thousands of them. */
    public synchronized List<WaitingDraft> waiting() throws IOException {
        return cases().waiting();
    }

    /** The cases that a draft can be merged into: everything that is neither a draft nor retired. */
    public synchronized List<EvalCase> cases(@Nullable FailureClass failure) throws IOException {
        return targets(cases(), failure);
    }

    private static List<EvalCase> targets(SuiteCases all, @Nullable FailureClass failure) {
        List<EvalCase> cases = new ArrayList<>();
        for (EvalCase one : all.all()) {
            boolean target = switch (one.status()) {
                case DRAFT, RETIRED -> false;
                case ACTIVE, KNOWN_FAILING, QUARANTINED -> true;
            };
            if (target && (failure == null || failure == one.failure())) {
                cases.add(one);
            }
        }
        return cases;
    }

    /** Reads and tries a text as if it were this draft's file; writes nothing. */
    public synchronized Checked check(String id, String text) throws IOException {
        return DraftCheck.in(tree.root()).check(DRAFTS + id + ".yaml", text);
    }

    /** The draft becomes a case, as it is. */
    public Decided accept(String id, String version) throws IOException {
        return accept(id, version, null);
    }

    /**
     * The draft becomes a case.
     *
     * @param id the draft
     * @param version the {@link QueuedDraft#version} on which this was decided
     * @param text what it is to say, or null as it is; {@code draft:} and the status are taken care of
     */
    public synchronized Decided accept(String id, String version, @Nullable String text) throws IOException {
        return on(id, version, (cases, draft) -> accepted(draft, text));
    }

    private Decided accepted(QueuedDraft draft, @Nullable String text) throws IOException {
        CaseText written = CaseText.of(text == null ? draft.text() : text);
        if (written == null) {
            return new Decided(How.REFUSED, null, check(draft.id(), text == null ? draft.text() : text), NOT_READABLE);
        }
        String accepted = written.accepted();
        Checked checked = DraftCheck.in(tree.root()).check(draft.file(), accepted);
        if (checked.evalCase() == null) {
            return new Decided(How.REFUSED, null, checked, NOT_READABLE);
        }
        List<FileStep> steps = new ArrayList<>();
        String file = home(draft.file(), checked.evalCase());
        steps.add(
                file.equals(draft.file())
                        ? new Put(file, draft.version(), accepted)
                        : new Rehome(draft.file(), file, draft.version(), accepted));
        addRemovalOfProposal(steps, draft);
        return decide(
                "accept",
                draft.id(),
                steps,
                back(steps, draft.file(), text),
                file,
                checked,
                checked.holdsOnBoth()
                        ? "accepted: it fails on what the agent said and passes with what a person answered"
                        : checked.holds()
                                ? "accepted: it fails on what the agent said; no answer of a person is in it"
                                : "accepted, but it does not guard anything yet: see what the self-check says");
    }

    /** Where a case lives once it is accepted: beside others of its class; what does not lie among the drafts stays where it is. */
    private String home(String file, EvalCase evalCase) throws IOException {
        if (!file.startsWith(DRAFTS)) {
            return file;
        }
        FailureClass failure = evalCase.failure();
        String home = "cases/" + (failure == null ? "other" : failure.key()) + "/" + evalCase.id() + ".yaml";
        return Files.exists(tree.resolve(home)) ? file : home;
    }

    /** The draft gets another text and stays a draft. */
    public synchronized Decided edit(String id, String version, String text) throws IOException {
        return on(id, version, (cases, draft) -> edited(draft, text));
    }

    private Decided edited(QueuedDraft draft, String text) throws IOException {
        Checked checked = DraftCheck.in(tree.root()).check(draft.file(), text);
        EvalCase read = checked.evalCase();
        if (read == null) {
            return new Decided(How.REFUSED, null, checked, NOT_READABLE);
        }
        if (read.status() != Status.DRAFT) {
            return new Decided(
                    How.REFUSED, null, checked, "an edit leaves a draft a draft: accept it to give it another status");
        }
        List<FileStep> steps = new ArrayList<>();
        steps.add(new Put(draft.file(), draft.version(), text));
        addRemovalOfProposal(steps, draft);
        return decide("edit", draft.id(), steps, null, draft.file(), checked, "saved; it is still a draft");
    }

    /** The draft goes, and its ticket is not proposed again. */
    public synchronized Decided reject(String id, String version, RejectReason reason) throws IOException {
        return on(id, version, (cases, draft) -> rejected(draft, reason));
    }

    private Decided rejected(QueuedDraft draft, RejectReason reason) throws IOException {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        EvalCase evalCase = draft.evalCase();
        String ref = ref(evalCase);
        line.put(ref == null ? "case" : "ref", ref == null ? draft.id() : ref);
        if (evalCase != null && evalCase.failure() != null) {
            line.put("class", evalCase.failure().key());
        }
        JsonNode signature = provenance(evalCase).path("signature");
        if (signature.isTextual()) {
            line.set("signature", signature);
        }
        line.put("reason", reason.key());
        List<FileStep> steps = new ArrayList<>();
        steps.add(new AddLine(REJECTED, line.toString()));
        steps.add(new Remove(draft.file(), draft.version()));
        addRemovalOfProposal(steps, draft);
        return decide(
                "reject",
                draft.id(),
                steps,
                back(steps, draft.file(), null),
                null,
                null,
                "rejected; its ticket is not proposed again");
    }

    /**
     * The draft's ticket tells the story of a case that is there: the case counts it ({@code ticket.seen}) and gets what the agent said as a further {@code observed},
     * unless the case would pass with it; the draft goes.
     *
     * @param into the id of the case
     */
    public synchronized Decided merge(String id, String version, String into) throws IOException {
        return on(id, version, (cases, draft) -> merged(cases, draft, into));
    }

    private Decided merged(SuiteCases cases, QueuedDraft draft, String into) throws IOException {
        EvalCase target = cases.find(into);
        EvalCase source = draft.evalCase();
        if (target == null || source == null || target.status() == Status.DRAFT || target.status() == Status.RETIRED) {
            return new Decided(
                    How.REFUSED, null, null, "there is no case '" + into + "' that this draft can be merged into");
        }
        String before = Files.readString(tree.resolve(target.file()));
        CaseText text = CaseText.of(before);
        if (text == null) {
            return new Decided(How.REFUSED, null, null, "the case '" + into + "' cannot be read");
        }
        int seen = seen(target) + seen(source);
        String counted = text.withSeen(seen);
        String merged = withObserved(counted, draft, target);
        DraftCheck check = DraftCheck.in(tree.root());
        Checked checked = check.check(target.file(), merged == null ? counted : merged);
        boolean kept = merged != null && checked.evalCase() != null && !Boolean.FALSE.equals(checked.observed());
        if (!kept) {
            checked = check.check(target.file(), counted);
        }
        if (checked.evalCase() == null) {
            return new Decided(How.REFUSED, null, checked, "the case '" + into + "' cannot be changed");
        }
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        String ref = ref(source);
        List<FileStep> steps = new ArrayList<>();
        if (ref != null) {
            steps.add(new AddLine(MERGED, line.put("ref", ref).put("case", into).toString()));
        }
        String hash = SuiteTree.hash(before.getBytes(StandardCharsets.UTF_8));
        steps.add(new Put(target.file(), hash, kept && merged != null ? merged : counted));
        steps.add(new Remove(draft.file(), draft.version()));
        addRemovalOfProposal(steps, draft);
        return decide(
                "merge",
                draft.id(),
                steps,
                back(steps, draft.file(), null),
                target.file(),
                checked,
                "merged: " + into + " was seen " + seen
                        + (kept
                                ? " times now, and fails on this ticket too"
                                : " times now; what the agent said here was left out, since the case would pass with it"));
    }

    private static @Nullable String withObserved(String counted, QueuedDraft draft, EvalCase target) {
        CaseText from = CaseText.of(draft.text());
        CaseText to = CaseText.of(counted);
        if (from == null || to == null || !(from.json().path("observed").path(0) instanceof ObjectNode observed)) {
            return null;
        }
        ObjectNode one = observed;
        if (one.path("turns") instanceof ArrayNode turns
                && !turns.isEmpty()
                && turns.size() > target.conversation().size()) {
            // A shorter conversation has room for the last turn only, which is the one that failed.
            one = (ObjectNode) turns.get(turns.size() - 1);
        }
        one.remove("cohort");
        return to.withObserved(one);
    }

    /**
     * A decision that can be taken back.
     *
     * @param what {@code accept}, {@code reject} or {@code merge}
     * @param draft the id of the draft
     */
    public record LastDecision(String what, String draft) {}

    /** The last decision that was not taken back yet, or null; others since may keep it from being taken back all the same. */
    public synchronized @Nullable LastDecision last() {
        UndoList.Entry last = undo.last();
        return last == null ? null : new LastDecision(last.what(), last.draft());
    }

    /**
     * Takes the last decision back: the case is a draft again where drafts lie, its ticket may be proposed again, a case that it was merged into is as it was. Then
     * the one before is the last.
     *
     * @param id the draft that whoever takes it back believes it to be about
     */
    public synchronized Decided undo(String id) throws IOException {
        UndoList.Entry last = undo.last();
        if (last == null || !last.draft().equals(id)) {
            return new Decided(How.REFUSED, null, null, "this is not the last decision any more: look again");
        }
        for (FileStep step : last.steps()) {
            if (!step.fits(tree)) {
                return new Decided(
                        How.CHANGED_MEANWHILE,
                        null,
                        null,
                        "nothing was changed: " + step.file()
                                + " is not what that decision left, so somebody has worked on it since");
            }
        }
        return journal.takeBack(last)
                ? new Decided(How.DONE, null, null, "taken back: " + id + " waits as a draft again")
                : new Decided(How.CHANGED_MEANWHILE, null, null, CHANGED);
    }

    /** What was typed before a draft was accepted comes back with it, where it is a draft's text. */
    private List<FileStep> back(List<FileStep> steps, String file, @Nullable String typed) throws IOException {
        EvalCase read = typed == null ? null : check(SuiteCases.id(file), typed).evalCase();
        boolean isDraft = read != null && read.status() == Status.DRAFT;
        return UndoList.back(tree, steps, file, isDraft ? typed : null);
    }

    /** What is decided on a draft that is as whoever decided has seen it. */
    private interface Decision {
        Decided on(SuiteCases cases, QueuedDraft draft) throws IOException;
    }

    private Decided on(String id, String version, Decision decision) throws IOException {
        SuiteCases cases = cases();
        QueuedDraft draft = cases.draft(id);
        if (draft == null) {
            return new Decided(How.REFUSED, null, null, "there is no draft '" + id + "' any more");
        }
        return draft.version().equals(version)
                ? decision.on(cases, draft)
                : new Decided(How.CHANGED_MEANWHILE, null, null, CHANGED);
    }

    private Decided decide(
            String what,
            String id,
            List<FileStep> steps,
            @Nullable List<FileStep> back,
            @Nullable String file,
            @Nullable Checked checked,
            String message)
            throws IOException {
        return journal.decide(what, id, steps, back)
                ? new Decided(How.DONE, file, checked, message)
                : new Decided(How.CHANGED_MEANWHILE, null, checked, CHANGED);
    }

    private void addRemovalOfProposal(List<FileStep> steps, QueuedDraft draft) throws IOException {
        String file = DraftFiles.proposal(draft.file());
        String hash = SuiteTree.hash(tree.resolve(file));
        if (hash != null) {
            steps.add(new Remove(file, hash));
        }
    }

    private SuiteCases cases() throws IOException {
        return SuiteCases.read(tree);
    }

    private static final String NOT_READABLE = "nothing was changed: the text is no case yet";
    private static final String CHANGED =
            "nothing was changed: the file is not what it was when you looked at it; look again";

    private static int seen(EvalCase evalCase) {
        Ticket ticket = evalCase.ticket();
        return ticket == null ? 1 : ticket.seen();
    }

    private static @Nullable String ref(@Nullable EvalCase evalCase) {
        Ticket ticket = evalCase == null ? null : evalCase.ticket();
        return ticket == null ? null : ticket.ref();
    }

    private static JsonNode provenance(@Nullable EvalCase evalCase) {
        Ticket ticket = evalCase == null ? null : evalCase.ticket();
        ObjectNode provenance = ticket == null ? null : ticket.provenance();
        return provenance == null ? JsonNodeFactory.instance.objectNode() : provenance;
    }
}
