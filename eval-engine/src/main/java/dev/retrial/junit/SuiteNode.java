package dev.retrial.junit;

import dev.retrial.run.RunSettings;
import dev.retrial.run.SelfCheck;
import dev.retrial.suite.BrokenFile;
import dev.retrial.suite.CaseFile;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Status;
import dev.retrial.suite.Suite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.DirectorySource;

/** A suite: what a marker class stands for, or a directory that was selected and that no class stands for. */
final class SuiteNode extends Node {

    static final String SEGMENT = "suite";

    private final SuiteHome home;
    private final @Nullable Selection selection;
    private final @Nullable String problem;
    private final Path output;
    private final Tags noTags = Tags.none();
    private @Nullable Map<String, EvalCase> casesById;
    private @Nullable SelfCheck selfCheck;
    private @Nullable Sources sources;
    private @Nullable SuiteLabels labels;
    private boolean wanted;

    private SuiteNode(
            UniqueId id, SuiteHome home, @Nullable Selection selection, @Nullable String problem, Path output) {
        super(id);
        this.home = home;
        this.selection = selection;
        this.problem = problem;
        this.output = output;
    }

    /** A suite that was read. */
    static SuiteNode of(UniqueId id, SuiteHome home, Selection selection) {
        return new SuiteNode(id, home, selection, null, home.output(selection.settings()));
    }

    /** A suite of which nothing can run. */
    static SuiteNode unusable(UniqueId id, SuiteHome home, String problem, Path output) {
        return new SuiteNode(id, home, null, problem, output);
    }

    /** The directory below which results lie. */
    Path output() {
        return output;
    }

    SuiteHome home() {
        return home;
    }

    /** What of the suite there is to run; null where nothing of it can run. */
    @Nullable
    Selection selection() {
        return selection;
    }

    /** What the filters leave, for nodes below, which only a suite that was read has. */
    Selection filters() {
        return Objects.requireNonNull(selection);
    }

    /** The self-check of this suite's cases. */
    SelfCheck selfCheck() {
        SelfCheck known = selfCheck;
        if (known == null) {
            known = new SelfCheck(filters().suite());
            selfCheck = known;
        }
        return known;
    }

    /** The empty set of tags, from which those of its tests are made. */
    Tags noTags() {
        return noTags;
    }

    Sources sources() {
        Sources known = sources;
        if (known == null) {
            known = new Sources(home);
            sources = known;
        }
        return known;
    }

    private CaseLabels labels(EvalCase evalCase) {
        SuiteLabels known = labels;
        if (known == null) {
            known = SuiteLabels.of(getUniqueId(), filters().suite().files().size());
            labels = known;
        }
        return known.of(evalCase, sources());
    }

    /**
     * Whether the suite was asked for as such, and not test by test, as a rerun of what failed does.
     *
     * <p>Where everything failed, such a rerun has every cell and is no second opinion all the same.
     */
    boolean isWhole() {
        return wanted;
    }

    @Override
    void selectAll() {
        wanted = true;
        selectBelow("");
    }

    /**
     * Adds everything whose file's path, relative to the suite's directory, begins like this.
     *
     * @return what that is; empty where there is nothing
     */
    List<Node> selectBelow(String prefix) {
        if (selection == null) {
            return List.of(this);
        }
        List<Node> found = new ArrayList<>();
        Map<UniqueId, Node> known = known();
        for (CaseFile file : selection.suite().files()) {
            if (file instanceof EvalCase evalCase) {
                if (file.file().startsWith(prefix) && selection.has(evalCase)) {
                    addWhole(evalCase, known, found);
                }
            } else if (file instanceof BrokenFile broken
                    && (broken.holdsUpSuite() || file.file().startsWith(prefix))
                    && selection.has(broken)) {
                found.add(addBroken(broken, known));
            }
        }
        return found;
    }

    private Map<UniqueId, Node> known() {
        if (nodes().isEmpty()) {
            return Map.of();
        }
        Map<UniqueId, Node> known = new HashMap<>();
        for (Node node : nodes()) {
            known.put(node.getUniqueId(), node);
        }
        return known;
    }

    private void addWhole(EvalCase evalCase, Map<UniqueId, Node> known, List<Node> found) {
        CaseLabels labelled = labels(evalCase);
        Node here = known.get(labelled.id());
        if (here == null) {
            CaseNode added = new CaseNode(this, labelled, evalCase);
            added.selectAll();
            if (!added.nodes().isEmpty()) {
                addChild(added);
                found.add(added);
            }
        } else {
            here.selectAll();
            found.add(here);
        }
    }

    private Node addBroken(BrokenFile broken, Map<UniqueId, Node> known) {
        UniqueId id = getUniqueId().append(BrokenFileLeaf.SEGMENT, broken.file());
        Node here = known.get(id);
        if (here == null) {
            here = new BrokenFileLeaf(this, id, broken);
            addChild(here);
        }
        return here;
    }

    /**
     * Adds what a file holds: the case, the cells on the line, what is broken in it; or everything for a file that the whole suite hangs on.
     *
     * @param file the path relative to the suite's directory
     * @param line the line, or 0 for the whole file
     * @return what that is; empty where the file is none of the suite's
     */
    List<? extends Node> selectFile(String file, int line) {
        if (selection == null) {
            return List.of(this);
        }
        if (!file.startsWith("cases/")) {
            if (file.indexOf('/') >= 0 && !file.startsWith("policies/")) {
                return List.of();
            }
            selectAll();
            return List.of(this);
        }
        for (CaseFile one : selection.suite().files()) {
            if (one.file().equals(file)) {
                Node node = one instanceof EvalCase evalCase
                        ? select(CaseNode.SEGMENT, evalCase.id())
                        : select(BrokenFileLeaf.SEGMENT, file);
                addChild(node);
                if (!(node instanceof CaseNode caseNode)) {
                    return List.of(node);
                }
                if (line > 0) {
                    return caseNode.selectLine(line);
                }
                caseNode.selectWhole();
                return List.of(caseNode);
            }
        }
        // Where a file that the whole suite hangs on is broken, its cases are not known.
        return selectBelow(file);
    }

    private Node select(String type, String value) {
        return select(getUniqueId().append(type, value).getLastSegment());
    }

    @Override
    Node select(UniqueId.Segment segment) {
        UniqueId id = getUniqueId().append(segment);
        Node here = child(id);
        if (here != null) {
            return here;
        }
        String type = segment.getType();
        String value = segment.getValue();
        if (selection == null || type.equals(ProblemLeaf.SEGMENT)) {
            return selectProblem(id, value);
        }
        if (type.equals(CaseNode.SEGMENT)) {
            EvalCase evalCase = caseOf(value);
            if (evalCase != null && selection.has(evalCase)) {
                return new CaseNode(this, labels(evalCase), evalCase);
            }
            if (evalCase != null && evalCase.status() == Status.RETIRED) {
                return ProblemLeaf.skipped(
                        id, value, value + ": the case is retired and no test any more.", suiteFile());
            }
            return ProblemLeaf.red(id, value, value + ": " + whyNot(evalCase), suiteFile());
        }
        if (type.equals(GateLeaf.SEGMENT) && value.equals(LintLeaf.VALUE)) {
            return lintLeaf(selection.suite());
        }
        if (type.equals(GateLeaf.SEGMENT)
                && value.equals(GateLeaf.VALUE)
                && selection.suite().gate() != null) {
            return gateLeaf();
        }
        if (type.equals(BrokenFileLeaf.SEGMENT)) {
            for (CaseFile file : selection.suite().files()) {
                if (file instanceof BrokenFile broken && file.file().equals(value)) {
                    return new BrokenFileLeaf(this, id, broken);
                }
            }
            return ProblemLeaf.skipped(
                    id, value, value + ": the file is no longer broken; select its case.", suiteFile());
        }
        return ProblemLeaf.red(
                id,
                value,
                value + ": there is no such test in " + home.name() + " any more; select it anew.",
                suiteFile());
    }

    /** The test that says what is wrong, asked for by its id: as {@link #complete} would make it, name included, since reruns are matched by name. */
    private Node selectProblem(UniqueId id, String value) {
        String message = problem != null ? problem : filters().problem();
        return ProblemLeaf.red(
                id,
                "[" + value.replace('-', ' ') + "]",
                message != null ? message : "Nothing stands in the way of this suite any more; run it whole.",
                suiteFile());
    }

    private String whyNot(@Nullable EvalCase evalCase) {
        if (selection != null) {
            for (CaseFile file : selection.suite().files()) {
                if (file instanceof BrokenFile broken && broken.holdsUpSuite()) {
                    return "no case can run while " + broken.problems().get(0);
                }
            }
        }
        return evalCase == null
                ? "there is no such case in " + home.name() + " any more; select it anew."
                : "the case was selected, but " + RunSettings.CASES + ", " + RunSettings.SHARD + " or "
                        + RunSettings.CHANGED_SINCE + " leaves it out; drop one of the two.";
    }

    private @Nullable EvalCase caseOf(String caseId) {
        Map<String, EvalCase> index = casesById;
        if (index == null) {
            index = new HashMap<>();
            if (selection != null) {
                for (CaseFile file : selection.suite().files()) {
                    if (file instanceof EvalCase evalCase) {
                        index.put(evalCase.id(), evalCase);
                    }
                }
            }
            casesById = index;
        }
        return index.get(caseId);
    }

    /**
     * Ends the selection: a suite that was asked for and has nothing to run says so.
     *
     * @param othersHaveTests whether another suite of the same request has tests: then a filter that leaves nothing here is no mistake
     */
    void complete(boolean othersHaveTests) {
        addLint();
        addGate();
        if (problem != null) {
            if (nodes().isEmpty()) {
                addProblem("suite", problem, true);
            }
            return;
        }
        if (!wanted) {
            return;
        }
        boolean red = !(othersHaveTests && filters().isFiltered());
        String emptiness = filters().emptiness();
        if (emptiness != null) {
            addProblem("no case", emptiness, red);
            return;
        }
        String nothing = filters().nothing();
        if (nothing != null) {
            addChild(new EmptyRunLeaf(
                    this, getUniqueId().append(ProblemLeaf.SEGMENT, EmptyRunLeaf.SEGMENT), nothing, suiteFile()));
            return;
        }
        String unmatched = filters().unmatched();
        if (unmatched != null && red) {
            addProblem("filter", unmatched + "; correct the filter.", true);
        }
    }

    /** The lint, behind the cells, where the whole suite was asked for. */
    private void addLint() {
        if (!wanted || selection == null || selection.isFiltered()) {
            return;
        }
        for (Node node : nodes()) {
            if (node instanceof CaseNode) {
                LintLeaf lint = lintLeaf(selection.suite());
                if (child(lint.getUniqueId()) == null) {
                    addChild(lint);
                }
                return;
            }
        }
    }

    private LintLeaf lintLeaf(Suite suite) {
        return new LintLeaf(getUniqueId(), suite.directory(), suite.lint(), suiteFile());
    }

    /** The gate, last, where there are cells; whoever asks for it alone gets it as any other test. */
    private void addGate() {
        if (selection != null && selection.suite().gate() != null) {
            boolean cells = false;
            for (Node node : nodes()) {
                if (node instanceof GateLeaf gate) {
                    // Asked for by its id, before others.
                    removeChild(gate);
                    addChild(gate);
                    return;
                }
                cells |= node instanceof CaseNode caseNode && caseNode.hasCells();
            }
            if (cells) {
                addChild(gateLeaf());
            }
        }
    }

    /** The test that says whether the change may land. */
    GateLeaf gateLeaf() {
        return new GateLeaf(getUniqueId(), suiteFile());
    }

    private void addProblem(String name, String message, boolean red) {
        UniqueId id = getUniqueId().append(ProblemLeaf.SEGMENT, name.replace(' ', '-'));
        String display = "[" + name + "]";
        addChild(
                red
                        ? ProblemLeaf.red(id, display, message, suiteFile())
                        : ProblemLeaf.skipped(id, display, message, suiteFile()));
    }

    @Override
    public String getDisplayName() {
        Class<?> marker = home.marker();
        return marker == null ? home.name() : marker.getSimpleName();
    }

    /** The full name, without which Surefire writes a class without its package into its reports. */
    @Override
    public String getLegacyReportingName() {
        return home.name();
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public Optional<TestSource> getSource() {
        // Without the class Surefire runs the tests and reports none of them.
        if (home.marker() != null) {
            return Optional.of(ClassSource.from(home.marker()));
        }
        Path shown = home.sources() != null ? home.sources() : home.directory();
        return shown == null ? Optional.empty() : Optional.of(DirectorySource.from(shown.toFile()));
    }

    /** Where a test below that has no file of its own points to: never to the class, for Surefire 3.5 gives such a test no name, and loses the report of all of them in a rerun. */
    private @Nullable TestSource suiteFile() {
        return home.directory() == null ? null : sources().of("suite.yaml");
    }
}
