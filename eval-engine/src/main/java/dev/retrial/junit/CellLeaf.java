package dev.retrial.junit;

import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;

/** Case × cohort. */
final class CellLeaf extends Leaf {

    static final String SEGMENT = "cohort";

    private final CaseNode caseNode;
    private final String cohort;
    private final String displayName;

    CellLeaf(CaseNode caseNode, UniqueId id, String cohort) {
        super(id);
        this.caseNode = caseNode;
        this.cohort = cohort;
        // JUnit asks twice for each cell and keeps both.
        this.displayName = caseNode.evalCase().id() + " [" + cohort + "]";
    }

    CaseNode caseNode() {
        return caseNode;
    }

    String cohort() {
        return cohort;
    }

    int line() {
        Integer line = caseNode.evalCase().cohorts().get(cohort);
        return line == null ? caseNode.evalCase().line() : line;
    }

    @Override
    public String getDisplayName() {
        return displayName;
    }

    @Override
    public Set<TestTag> getTags() {
        return caseNode.getTags().with(cohort);
    }

    @Override
    String place() {
        return caseNode.place(line());
    }

    @Override
    public Optional<TestSource> getSource() {
        return Optional.of(caseNode.source(line()));
    }
}
