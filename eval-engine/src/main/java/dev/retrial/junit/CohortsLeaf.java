package dev.retrial.junit;

import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;

/** What the cohorts of a case have in common; it ends with the last of the case's cells. */
final class CohortsLeaf extends Leaf {

    static final String VALUE = "cohorts";

    private final CaseNode caseNode;
    private final CaseLabels.Label label;

    CohortsLeaf(CaseNode caseNode, CaseLabels.Label label) {
        super(label.id());
        this.caseNode = caseNode;
        this.label = label;
    }

    @Override
    public String getDisplayName() {
        return label.displayName();
    }

    @Override
    public Set<TestTag> getTags() {
        return caseNode.getTags();
    }

    @Override
    String place() {
        return caseNode.place(caseNode.evalCase().line());
    }

    @Override
    public Optional<TestSource> getSource() {
        return caseNode.getSource();
    }
}
