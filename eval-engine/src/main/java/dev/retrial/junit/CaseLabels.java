package dev.retrial.junit;

import dev.retrial.run.SelfCheck;
import dev.retrial.suite.EvalCase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/**
 * What the tests of a case are called and where they are.
 *
 * <p>Builds discover the same suite several times over. To name ten thousand cases again, and to look for each in the source tree again, would take longer than to
 * see that none of them has changed; so this is kept with the case that was read, and JUnit's plans of several discoveries share it.
 */
final class CaseLabels {

    private final UniqueId id;
    private final FileSource source;
    private final int line;
    private final List<Label> below;

    private CaseLabels(UniqueId id, FileSource source, int line, List<Label> below) {
        this.id = id;
        this.source = source;
        this.line = line;
        this.below = below;
    }

    /**
     * A test of a case.
     *
     * @param value the value of the last segment of its id: the cohort's id, or which of the further leaves
     * @param id its id
     * @param displayName what it is shown as
     */
    record Label(String value, UniqueId id, String displayName) {}

    /**
     * Names the tests of a case.
     *
     * @param suite the suite's id
     * @param evalCase the case
     * @param sources where the suite's files are
     */
    static CaseLabels of(UniqueId suite, EvalCase evalCase, Sources sources) {
        UniqueId id = suite.append(CaseNode.SEGMENT, evalCase.id());
        List<Label> below = new ArrayList<>(evalCase.cohorts().size() + 2);
        for (String cohort : evalCase.cohorts().keySet()) {
            below.add(label(id, CellLeaf.SEGMENT, cohort, evalCase));
        }
        if (evalCase.cohorts().size() > 1) {
            below.add(label(id, CaseNode.LEAF, CohortsLeaf.VALUE, evalCase));
        }
        if (SelfCheck.appliesTo(evalCase)) {
            below.add(label(id, CaseNode.LEAF, SelfCheckLeaf.VALUE, evalCase));
        }
        return new CaseLabels(id, at(evalCase.line(), sources.of(evalCase.file())), evalCase.line(), below);
    }

    private static Label label(UniqueId above, String type, String value, EvalCase evalCase) {
        return new Label(value, above.append(type, value), evalCase.id() + " [" + value + "]");
    }

    UniqueId id() {
        return id;
    }

    /** The test of this value (no cohort may be called like a further leaf), or null where the case has none. */
    @Nullable
    Label of(String value) {
        for (Label label : below) {
            if (label.value.equals(value)) {
                return label;
            }
        }
        return null;
    }

    /** A place in the case's file. */
    FileSource source(int wanted) {
        return wanted == line ? source : at(wanted, source);
    }

    private static FileSource at(int line, FileSource file) {
        return file.withPosition(line > 0 ? FilePosition.from(line) : null);
    }
}
