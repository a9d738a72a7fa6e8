package dev.retrial.junit;

import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;

/** What the cohorts of a case have in common; it ends with the last of the case's cells. */
final class CohortsLeaf extends Leaf {

    static final String VALUE = "cohorts";

    private final CaseNode caseNode;

    CohortsLeaf(CaseNode caseNode, UniqueId id) {
        super(id);
        this.caseNode = caseNode;
    }

    @Override
    public String getDisplayName() {
        return caseNode.evalCase().id() + " [" + VALUE + "]";
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
