package dev.retrial.junit;

import dev.retrial.run.RunSettings;
import dev.retrial.suite.EvalCase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.FileSource;

/** A case, with its cells, what they have in common, and its self-check below it. */
final class CaseNode extends Node {

    static final String SEGMENT = "case";

    /** The segment of what a case has beside its cells. */
    static final String LEAF = "leaf";

    private final SuiteNode suite;
    private final EvalCase evalCase;
    private final CaseLabels labels;
    private @Nullable Tags tags;

    CaseNode(SuiteNode suite, CaseLabels labels, EvalCase evalCase) {
        super(labels.id());
        this.suite = suite;
        this.labels = labels;
        this.evalCase = evalCase;
    }

    SuiteNode suite() {
        return suite;
    }

    EvalCase evalCase() {
        return evalCase;
    }

    @Override
    void selectAll() {
        selectCells();
        if (nodes().isEmpty()) {
            return;
        }
        add(CohortsLeaf.VALUE);
        add(SelfCheckLeaf.VALUE);
    }

    private void selectCells() {
        Selection filters = suite.filters();
        for (String cohort : evalCase.cohorts().keySet()) {
            if (filters.hasCell(evalCase, cohort)) {
                add(cohort);
            }
        }
    }

    /** Whether a cell of the case was selected. */
    boolean hasCells() {
        for (Node node : nodes()) {
            if (node instanceof CellLeaf) {
                return true;
            }
        }
        return false;
    }

    /** Adds everything; for a case that was asked for by name, a leaf that says so where the filters leave nothing. */
    void selectWhole() {
        selectAll();
        if (nodes().isEmpty()) {
            UniqueId id = getUniqueId().append(ProblemLeaf.SEGMENT, "no-cohort");
            addChild(ProblemLeaf.red(
                    id,
                    evalCase.id() + " [no cohort]",
                    evalCase.id() + " was selected, but " + RunSettings.PREFIX
                            + "cohorts leaves all its cohorts out; drop one of the two.",
                    source(evalCase.line())));
        }
    }

    /** The test of this value, added where it is not here yet; null where the case has no such test. */
    private @Nullable Node add(String value) {
        CaseLabels.Label label = labels.of(value);
        if (label == null) {
            return null;
        }
        Node here = child(label.id());
        if (here == null) {
            here = leaf(label);
            addChild(here);
        }
        return here;
    }

    private Leaf leaf(CaseLabels.Label label) {
        return switch (label.value()) {
            case CohortsLeaf.VALUE -> new CohortsLeaf(this, label);
            case SelfCheckLeaf.VALUE -> new SelfCheckLeaf(this, label);
            default -> new CellLeaf(this, label);
        };
    }

    /** The leaf below that says what the cohorts have in common, or null where it was not selected. */
    @Nullable
    CohortsLeaf cohortsLeaf() {
        for (Node node : nodes()) {
            if (node instanceof CohortsLeaf leaf) {
                return leaf;
            }
        }
        return null;
    }

    /** Adds the cells of the cohorts that are named on this line, or everything where none is; returns what that is. */
    List<? extends Node> selectLine(int line) {
        List<Node> found = new ArrayList<>();
        if (line != evalCase.line()) {
            for (Map.Entry<String, Integer> named : evalCase.cohorts().entrySet()) {
                if (named.getValue() == line && suite.filters().hasCell(evalCase, named.getKey())) {
                    found.add(Objects.requireNonNull(add(named.getKey())));
                }
            }
        }
        if (!found.isEmpty()) {
            return found;
        }
        selectWhole();
        return List.of(this);
    }

    @Override
    Node select(UniqueId.Segment segment) {
        UniqueId id = getUniqueId().append(segment);
        Node here = child(id);
        if (here != null) {
            return here;
        }
        String value = segment.getValue();
        boolean isCell = segment.getType().equals(CellLeaf.SEGMENT);
        CaseLabels.Label label = labels.of(value);
        if (label == null || !label.id().equals(id)) {
            return gone(
                    id,
                    evalCase.id()
                            + (isCell
                                    ? " [" + value + "]: the case has no cohort '" + value + "' any more"
                                    : ": there is no test '" + value + "' of this case any more")
                            + "; select it anew.");
        }
        if (isCell && !suite.filters().hasCell(evalCase, value)) {
            return gone(
                    id,
                    evalCase.id() + " [" + value + "] was selected, but " + RunSettings.PREFIX + "cohorts or "
                            + RunSettings.CHANGED_SINCE + " leaves it out; drop one of the two.");
        }
        if (value.equals(CohortsLeaf.VALUE)) {
            // There is nothing to compare without the cells, so they run along.
            selectCells();
        }
        return leaf(label);
    }

    private Node gone(UniqueId id, String message) {
        String name = evalCase.id() + " [" + id.getLastSegment().getValue() + "]";
        return ProblemLeaf.red(id, name, message, source(evalCase.line()));
    }

    /** The place in the case's file, relative to where the build runs if it is below. */
    String place(int line) {
        Path path = source(line).getFile().toPath();
        Path here = Path.of("").toAbsolutePath();
        return (path.startsWith(here) ? here.relativize(path) : path) + ":" + line;
    }

    /** The place in the case's file. */
    FileSource source(int line) {
        return labels.source(line);
    }

    /** What is below a case is tests; JUnit's own way to find that out makes a stream for each of thousands of cases. */
    @Override
    public void prune() {
        if (nodes().isEmpty()) {
            removeFromHierarchy();
        }
    }

    @Override
    public String getDisplayName() {
        return evalCase.id();
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public Tags getTags() {
        Tags known = tags;
        if (known == null) {
            known = suite.noTags();
            if (evalCase.failure() != null) {
                known = known.with(evalCase.failure().key());
            }
            if (evalCase.difficulty() != null) {
                known = known.with(evalCase.difficulty().key());
            }
            for (String tag : evalCase.tags()) {
                known = known.with(tag);
            }
            tags = known;
        }
        return known;
    }

    @Override
    public Optional<TestSource> getSource() {
        return Optional.of(source(evalCase.line()));
    }
}
