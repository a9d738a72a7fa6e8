package dev.retrial.junit;

import dev.retrial.run.RunSettings;
import dev.retrial.run.SelfCheck;
import dev.retrial.suite.EvalCase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/** A case, with its cells, what they have in common, and its self-check below it. */
final class CaseNode extends Node {

    static final String SEGMENT = "case";

    /** The segment of what a case has beside its cells. */
    private static final String LEAF = "leaf";

    private final SuiteNode suite;
    private final EvalCase evalCase;
    private @Nullable FileSource source;
    private @Nullable Tags tags;

    CaseNode(SuiteNode suite, UniqueId id, EvalCase evalCase) {
        super(id);
        this.suite = suite;
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
        if (hasSeveralCohorts()) {
            add(LEAF, CohortsLeaf.VALUE);
        }
        if (SelfCheck.appliesTo(evalCase)) {
            add(LEAF, SelfCheckLeaf.VALUE);
        }
    }

    private void selectCells() {
        Selection filters = suite.filters();
        for (String cohort : evalCase.cohorts().keySet()) {
            if (filters.hasCell(evalCase, cohort)) {
                add(CellLeaf.SEGMENT, cohort);
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

    private boolean hasSeveralCohorts() {
        return evalCase.cohorts().size() > 1;
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

    private Node add(String type, String value) {
        UniqueId id = getUniqueId().append(type, value);
        Node here = child(id);
        if (here == null) {
            here = type.equals(CellLeaf.SEGMENT)
                    ? new CellLeaf(this, id, value)
                    : value.equals(CohortsLeaf.VALUE) ? new CohortsLeaf(this, id) : new SelfCheckLeaf(this, id);
            addChild(here);
        }
        return here;
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
                    found.add(add(CellLeaf.SEGMENT, named.getKey()));
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
        if (segment.getType().equals(CellLeaf.SEGMENT)) {
            if (!evalCase.cohorts().containsKey(value)) {
                return ProblemLeaf.red(
                        id,
                        evalCase.id() + " [" + value + "]",
                        evalCase.id() + " [" + value + "]: the case has no cohort '" + value
                                + "' any more; select it anew.",
                        source(evalCase.line()));
            }
            if (!suite.filters().hasCell(evalCase, value)) {
                return ProblemLeaf.red(
                        id,
                        evalCase.id() + " [" + value + "]",
                        evalCase.id() + " [" + value + "] was selected, but " + RunSettings.PREFIX + "cohorts or "
                                + RunSettings.CHANGED_SINCE + " leaves it out; drop one of the two.",
                        source(evalCase.line()));
            }
            return new CellLeaf(this, id, value);
        }
        if (segment.getType().equals(LEAF) && value.equals(CohortsLeaf.VALUE) && hasSeveralCohorts()) {
            // There is nothing to compare without the cells, so they run along.
            selectCells();
            return new CohortsLeaf(this, id);
        }
        if (segment.getType().equals(LEAF) && value.equals(SelfCheckLeaf.VALUE) && SelfCheck.appliesTo(evalCase)) {
            return new SelfCheckLeaf(this, id);
        }
        return ProblemLeaf.red(
                id,
                evalCase.id() + " [" + value + "]",
                evalCase.id() + ": there is no test '" + value + "' of this case any more; select it anew.",
                source(evalCase.line()));
    }

    /** The place in the case's file, relative to where the build runs if it is below. */
    String place(int line) {
        Path path = source(line).getFile().toPath();
        Path here = Path.of("").toAbsolutePath();
        return (path.startsWith(here) ? here.relativize(path) : path) + ":" + line;
    }

    /** The place in the case's file. */
    FileSource source(int line) {
        FileSource known = source;
        if (known == null) {
            known = at(evalCase.line(), suite.sources().of(evalCase.file()));
            source = known;
        }
        return line == evalCase.line() ? known : at(line, known);
    }

    private static FileSource at(int line, FileSource file) {
        return file.withPosition(line > 0 ? FilePosition.from(line) : null);
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
