package dev.retrial.junit;

import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;

/** Case × cohort. */
final class CellLeaf extends Leaf {

    static final String SEGMENT = "cohort";

    private final CaseNode caseNode;
    private final CaseLabels.Label label;

    CellLeaf(CaseNode caseNode, CaseLabels.Label label) {
        super(label.id());
        this.caseNode = caseNode;
        this.label = label;
    }

    CaseNode caseNode() {
        return caseNode;
    }

    String cohort() {
        return label.value();
    }

    int line() {
        return label.line();
    }

    @Override
    public String getDisplayName() {
        return label.displayName();
    }

    @Override
    public Set<TestTag> getTags() {
        return caseNode.getTags().with(cohort());
    }

    @Override
    String place() {
        return caseNode.place(line());
    }

    @Override
    public Optional<TestSource> getSource() {
        return Optional.of(label.source());
    }
}
