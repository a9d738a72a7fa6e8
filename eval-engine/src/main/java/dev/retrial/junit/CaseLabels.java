package dev.retrial.junit;

import dev.retrial.run.SelfCheck;
import dev.retrial.suite.EvalCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
     * @param line the line in the case's file
     * @param source the place in the case's file
     */
    record Label(String value, UniqueId id, String displayName, int line, FileSource source) {}

    /**
     * Names the tests of a case.
     *
     * @param suite the suite's id
     * @param evalCase the case
     * @param sources where the suite's files are
     */
    static CaseLabels of(UniqueId suite, EvalCase evalCase, Sources sources) {
        UniqueId id = suite.append(CaseNode.SEGMENT, evalCase.id());
        CaseLabels labels = new CaseLabels(
                id,
                at(evalCase.line(), sources.of(evalCase.file())),
                evalCase.line(),
                new ArrayList<>(evalCase.cohorts().size() + 2));
        for (Map.Entry<String, Integer> cohort : evalCase.cohorts().entrySet()) {
            labels.add(CellLeaf.SEGMENT, cohort.getKey(), cohort.getValue(), evalCase);
        }
        if (evalCase.cohorts().size() > 1) {
            labels.add(CaseNode.LEAF, CohortsLeaf.VALUE, evalCase.line(), evalCase);
        }
        if (SelfCheck.appliesTo(evalCase)) {
            labels.add(CaseNode.LEAF, SelfCheckLeaf.VALUE, evalCase.line(), evalCase);
        }
        return labels;
    }

    private void add(String type, String value, int at, EvalCase evalCase) {
        below.add(new Label(value, id.append(type, value), evalCase.id() + " [" + value + "]", at, source(at)));
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
