package dev.retrial.tickets.draft;

import dev.retrial.agent.AgentTypes;
import dev.retrial.judging.JudgeTypes;
import dev.retrial.suite.BrokenFile;
import dev.retrial.suite.CaseFile;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Problem;
import dev.retrial.suite.Status;
import dev.retrial.suite.Suite;
import dev.retrial.suite.SuiteReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cases of a suite as they are now. */
final class SuiteCases {

    private final SuiteTree tree;
    private final Suite suite;

    private SuiteCases(SuiteTree tree, Suite suite) {
        this.tree = tree;
        this.suite = suite;
    }

    static SuiteCases read(SuiteTree tree) throws IOException {
        ClassLoader classes = SuiteCases.class.getClassLoader();
        Suite suite = new SuiteReader(new AgentTypes(classes), new JudgeTypes(classes)).read(tree.root());
        for (CaseFile file : suite.files()) {
            if (file instanceof BrokenFile broken && broken.holdsUpSuite()) {
                throw new IOException(
                        "the suite cannot be read: " + broken.problems().get(0));
            }
        }
        return new SuiteCases(tree, suite);
    }

    /** All files, broken ones too. */
    List<CaseFile> files() {
        return suite.files();
    }

    /** All that can be read. */
    List<EvalCase> all() {
        List<EvalCase> cases = new ArrayList<>();
        for (CaseFile file : suite.files()) {
            if (file instanceof EvalCase evalCase) {
                cases.add(evalCase);
            }
        }
        return cases;
    }

    @Nullable
    EvalCase find(String id) {
        for (EvalCase one : all()) {
            if (one.id().equals(id)) {
                return one;
            }
        }
        return null;
    }

    /** The drafts, wherever they lie, and what is broken where drafts lie. */
    List<QueuedDraft> drafts() throws IOException {
        List<QueuedDraft> drafts = new ArrayList<>();
        for (CaseFile file : suite.files()) {
            QueuedDraft draft = draft(file);
            if (draft != null) {
                drafts.add(draft);
            }
        }
        return drafts;
    }

    /** The same, without what their files hold. */
    List<WaitingDraft> waiting() throws IOException {
        Set<String> proposals = proposals();
        List<WaitingDraft> waiting = new ArrayList<>();
        for (CaseFile file : suite.files()) {
            EvalCase read = file instanceof EvalCase evalCase && evalCase.status() == Status.DRAFT ? evalCase : null;
            boolean broken = file instanceof BrokenFile && file.file().startsWith(CaseEdits.DRAFTS);
            if (read != null || broken) {
                String proposal = DraftFiles.proposal(file.file());
                boolean among = file.file().lastIndexOf('/') == CaseEdits.DRAFTS.length() - 1
                        && file.file().startsWith(CaseEdits.DRAFTS);
                waiting.add(new WaitingDraft(
                        id(file.file()),
                        read,
                        among ? proposals.contains(proposal) : Files.isRegularFile(tree.resolve(proposal))));
            }
        }
        return waiting;
    }

    /** What lies beside drafts, from one look at their directory. */
    private Set<String> proposals() throws IOException {
        Set<String> proposals = new HashSet<>();
        Path drafts = tree.resolve(CaseEdits.DRAFTS);
        if (Files.isDirectory(drafts)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(drafts, "*" + DraftFiles.PROPOSED)) {
                files.forEach(file -> proposals.add(CaseEdits.DRAFTS + file.getFileName()));
            }
        }
        return proposals;
    }

    @Nullable
    QueuedDraft draft(String id) throws IOException {
        for (CaseFile file : suite.files()) {
            if (id(file.file()).equals(id)) {
                QueuedDraft draft = draft(file);
                if (draft != null) {
                    return draft;
                }
            }
        }
        return null;
    }

    private @Nullable QueuedDraft draft(CaseFile file) throws IOException {
        EvalCase evalCase = file instanceof EvalCase read && read.status() == Status.DRAFT ? read : null;
        List<Problem> problems = List.of();
        if (file instanceof BrokenFile broken && file.file().startsWith(CaseEdits.DRAFTS)) {
            problems = broken.problems();
        } else if (evalCase == null) {
            return null;
        }
        byte[] bytes = Files.readAllBytes(tree.resolve(file.file()));
        Path proposal = tree.resolve(DraftFiles.proposal(file.file()));
        return new QueuedDraft(
                id(file.file()),
                file.file(),
                SuiteTree.hash(bytes),
                new String(bytes, StandardCharsets.UTF_8),
                evalCase,
                problems,
                Files.isRegularFile(proposal) ? Files.readString(proposal) : null);
    }

    static String id(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
