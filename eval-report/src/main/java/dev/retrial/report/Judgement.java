package dev.retrial.report;

import dev.retrial.results.Portion;
import dev.retrial.wording.Texts;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Whether the change may land, in words: a gate's decision, or where there is none, what each cell's own rule says.
 *
 * @param verdict which
 * @param sentence the verdict in one sentence
 * @param findings what it rests on, what weighs most first
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Judgement(Verdict verdict, String sentence, List<Finding> findings) {

    /** Copies the list. */
    public Judgement {
        findings = List.copyOf(findings);
    }

    /** The same with more that people should know. */
    Judgement noting(List<Finding> notices) {
        if (notices.isEmpty()) {
            return this;
        }
        List<Finding> all = new ArrayList<>(findings);
        for (Finding notice : notices) {
            // The run's gate may have said so already, in fewer words.
            boolean said = false;
            for (Finding finding : findings) {
                said |= finding.kind() == Kind.NOTICE && notice.sentence().contains(finding.sentence());
            }
            if (!said) {
                all.add(notice);
            }
        }
        return new Judgement(verdict, sentence, all);
    }

    /** The findings for people: of each kind at most so many, then how many more there are. */
    List<Finding> shown(int mostOfAKind) {
        List<Finding> shown = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            int count = 0;
            for (Finding finding : findings) {
                if (finding.kind() == kind && ++count <= mostOfAKind) {
                    shown.add(finding);
                }
            }
            if (count > mostOfAKind) {
                shown.add(new Finding(kind, null, "and " + Texts.count(count - mostOfAKind) + " more"));
            }
        }
        return shown;
    }

    /** Whether the change may land. */
    public enum Verdict {
        /** Nothing speaks against it. */
        GREEN("Green"),
        /** Something got worse. */
        RED("Red"),
        /** Nobody knows; never as good as green. */
        INCONCLUSIVE("Inconclusive");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        /** {@code Red}. */
        public String text() {
            return text;
        }
    }

    /** What is said of a cell or a slice. */
    public enum Kind {
        /** Worse than its record, and luck is no explanation. */
        REGRESSION("regression"),
        /** Without a record, and failing. */
        NEW_FAILING("failing, too little recorded"),
        /** Worse than its record, but the main branch's agent is no better today. */
        MAIN_FAILS_TOO("main fails too"),
        /** Cannot be settled. */
        OPEN("open"),
        /** To be looked at. */
        SUSPECT("suspect"),
        /** Its record is of something else, so nothing can be compared. */
        UNVERIFIABLE("unverifiable"),
        /** Failed at first, and then passed often enough. */
        NOT_CONFIRMED("not confirmed"),
        /** Something that people should know, such as a floor that was lowered. */
        NOTICE("notice");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** {@code regression}. */
        public String text() {
            return text;
        }
    }

    /**
     * What is said of one cell or slice.
     *
     * @param kind what
     * @param subject the cell's name ({@code refund-late [enterprise]}), the slice's, or null where it is about the whole
     * @param sentence why, in one sentence
     */
    public record Finding(Kind kind, @Nullable String subject, String sentence) {}

    /** By each cell's own rule: red where one is red; inconclusive where the run did not end, or could not tell. */
    public static Judgement byCells(RunOverview run) {
        return byCells(run, null);
    }

    /**
     * Whether the later of two runs is worse than the earlier, cell by cell: red where a cell fails that did not, or that is new, or where one is gone whose case was not retired;
     * inconclusive where one of the runs did not end, other checks judged it, it leaves out cells of the other, or they have no cell in common.
     */
    public static Judgement byComparison(Comparison comparison) {
        RunOverview now = comparison.now();
        List<Finding> findings = new ArrayList<>();
        for (CellOverview cell : comparison.cells(Comparison.Change.NEWLY_FAILING)) {
            findings.add(finding(cell));
        }
        for (CellOverview cell : comparison.cells(Comparison.Change.NEW_AND_FAILING)) {
            findings.add(
                    new Finding(Kind.NEW_FAILING, cell.name(), finding(cell).sentence()));
        }
        for (RedLeaf leaf : comparison.newlyRed()) {
            findings.add(new Finding(Kind.REGRESSION, leaf.name(), leaf.sentence()));
        }
        int worse = findings.size();
        List<String> gone = comparison.gone();
        for (String cell : gone) {
            findings.add(
                    new Finding(Kind.REGRESSION, cell, "is no longer there; where that is meant, retire its case"));
        }
        int fixed = comparison.cells(Comparison.Change.FIXED).size();
        String sentence = (worse == 0
                        ? "Nothing fails that did not"
                        : Texts.count(worse, comparison.newlyRed().isEmpty() ? "cell" : "test") + " newly failing")
                + "; " + Texts.count(fixed) + " fixed, "
                + Texts.count(comparison.cells(Comparison.Change.STILL_FAILING).size()) + " still failing, of "
                + Texts.count(now.cells().size(), "cell") + ".";
        if (!gone.isEmpty()) {
            sentence = Texts.count(gone.size(), "cell") + (gone.size() == 1 ? " is gone. " : " are gone. ") + sentence;
        }
        String checks = comparison.otherChecks();
        if (checks != null) {
            return new Judgement(Verdict.INCONCLUSIVE, checks, findings);
        }
        boolean common = now.cells().stream().anyMatch(cell -> comparison.earlier(cell) != null);
        if (worse + gone.size() > 0) {
            return new Judgement(Verdict.RED, sentence, findings);
        }
        if (!common) {
            return new Judgement(Verdict.INCONCLUSIVE, "The runs have no cell in common.", findings);
        }
        if (!now.complete() || !comparison.before().complete()) {
            String which = now.complete() ? "The earlier" : "The later";
            return new Judgement(Verdict.INCONCLUSIVE, which + " run is not complete. " + sentence, findings);
        }
        int leftOut = comparison.leftOut();
        if (leftOut > 0) {
            return new Judgement(
                    Verdict.INCONCLUSIVE,
                    "The later run leaves out " + Texts.count(leftOut, "cell") + " of the earlier. " + sentence,
                    findings);
        }
        return new Judgement(Verdict.GREEN, sentence, findings);
    }

    /** As {@link #byCells(RunOverview)}, with a word on what was the same before. */
    static Judgement byCells(RunOverview run, @Nullable Comparison comparison) {
        int failed = run.count(CellOutcome.FAILED);
        int passes = run.count(CellOutcome.PASSED_UNEXPECTEDLY);
        int diverged = run.inCi() ? run.count(CellOutcome.DIVERGED) : 0;
        int errors = run.count(CellOutcome.ERROR);
        int missing = run.count(CellOutcome.MISSING);
        int all = run.cells().size();
        List<String> parts = new ArrayList<>();
        part(parts, failed, all, failed == 1 ? "fails" : "fail");
        part(parts, diverged, all, "diverged");
        part(parts, passes, all, (passes == 1 ? "passes" : "pass") + " though known to fail");
        part(parts, errors, all, "could not be evaluated");
        part(parts, missing, all, missing == 1 ? "is missing" : "are missing");
        List<String> leaves = leaves(run);
        parts.addAll(leaves);
        List<Finding> findings = new ArrayList<>();
        for (CellOverview cell : Report.newFirst(run.red(), comparison)) {
            findings.add(finding(cell));
        }
        for (RedLeaf leaf : run.redLeaves()) {
            findings.add(new Finding(Kind.REGRESSION, leaf.name(), leaf.sentence()));
        }
        if (run.header().partial()) {
            findings.add(new Finding(Kind.NOTICE, null, part(run.header().portion())));
        }
        if (all == 0) {
            String why = run.stopped() == null
                    ? ""
                    : " The run was stopped: " + run.stopped().why() + ".";
            return new Judgement(
                    leaves.isEmpty() ? Verdict.INCONCLUSIVE : Verdict.RED,
                    "No cell ran" + (leaves.isEmpty() ? "." : "; " + join(leaves) + ".") + why,
                    findings);
        }
        boolean red = failed + diverged + passes > 0 || !leaves.isEmpty();
        String sentence;
        if (!run.complete()) {
            sentence = (run.stopped() != null
                            ? "The run was stopped (" + run.stopped().why() + ")"
                            : run.summary() == null ? "The run did not end" : "Results are missing")
                    + (parts.isEmpty() ? "." : ": " + join(parts) + ".");
        } else if (parts.isEmpty()) {
            sentence = all == 1 ? "The only cell passes." : green(run, all);
        } else {
            sentence = join(parts) + (leaves.size() == parts.size() ? "" : since(comparison)) + ".";
        }
        Verdict verdict = red ? Verdict.RED : errors > 0 || !run.complete() ? Verdict.INCONCLUSIVE : Verdict.GREEN;
        return new Judgement(verdict, sentence, findings);
    }

    private static String green(RunOverview run, int all) {
        int passed = run.count(CellOutcome.PASSED);
        return passed == all
                ? "All " + Texts.count(all, "cell") + " pass."
                : Texts.count(passed) + " of " + Texts.count(all, "cell")
                        + " pass; the others do not gate or are known to fail.";
    }

    private static String since(@Nullable Comparison comparison) {
        if (comparison == null) {
            return "";
        }
        int newly = comparison.cells(Comparison.Change.NEWLY_FAILING).size();
        int fixed = comparison.cells(Comparison.Change.FIXED).size();
        return (newly == 0 ? "; none did so newly" : "; " + Texts.count(newly) + " newly")
                + (fixed == 0 ? "" : "; " + Texts.count(fixed) + (fixed == 1 ? " is fixed" : " are fixed"));
    }

    private static Finding finding(CellOverview cell) {
        Kind kind = cell.outcome() == CellOutcome.ERROR || cell.outcome() == CellOutcome.MISSING
                ? Kind.OPEN
                : Kind.REGRESSION;
        CellOverview.TrialCounts trials = cell.trials();
        CellOverview.Finding first = cell.first();
        String counts = trials.all() > 1 ? trials.passed() + " of " + trials.all() + " trials passed" : "";
        String fact = first == null ? cell.outcome().text() : first.sentence();
        return new Finding(kind, cell.name(), counts.isEmpty() ? fact : counts + "; " + fact);
    }

    private static String part(Portion portion) {
        if (portion.isShard()) {
            return "This is shard " + portion.shard() + " of " + portion.shards() + "; the others have the rest.";
        }
        return portion.changedSince() == null
                ? "Only a part of the suite was selected."
                : "Only cells whose inputs changed since " + portion.changedSince() + " were selected.";
    }

    /** What is red beside the cells. */
    static List<String> leaves(RunOverview run) {
        List<String> leaves = new ArrayList<>();
        leaf(leaves, run.redLeaves("cohorts"), "case differs across cohorts", "cases differ across cohorts");
        leaf(leaves, run.redLeaves("self-check"), "case fails its self-check", "cases fail their self-check");
        leaf(leaves, run.redLeaves("broken-file"), "file is broken", "files are broken");
        int others = run.redLeaves().size()
                - run.redLeaves("cohorts")
                - run.redLeaves("self-check")
                - run.redLeaves("broken-file");
        leaf(leaves, others, "other test of the suite fails", "other tests of the suite fail");
        return leaves;
    }

    private static void leaf(List<String> leaves, int count, String one, String several) {
        if (count > 0) {
            leaves.add(Texts.count(count) + " " + (count == 1 ? one : several));
        }
    }

    private static void part(List<String> parts, int count, int all, String verb) {
        if (count > 0) {
            parts.add(Texts.count(count) + (parts.isEmpty() ? " of " + Texts.count(all, "cell") : "") + " " + verb);
        }
    }

    static String join(List<String> parts) {
        int last = parts.size() - 1;
        return last == 0 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }
}
