package dev.retrial.junit;

import dev.retrial.run.Ending;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;

/** A case tried on its own ticket. */
final class SelfCheckLeaf extends OfflineLeaf {

    static final String VALUE = "self-check";

    private final CaseNode caseNode;
    private final CaseLabels.Label label;

    SelfCheckLeaf(CaseNode caseNode, CaseLabels.Label label) {
        super(label.id());
        this.caseNode = caseNode;
        this.label = label;
    }

    @Override
    Ending run() {
        return caseNode.suite().selfCheck().run(caseNode.evalCase()).ending();
    }

    @Override
    String kind() {
        return VALUE;
    }

    @Override
    String file() {
        return caseNode.evalCase().file();
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
        return caseNode.place(line());
    }

    @Override
    public Optional<TestSource> getSource() {
        return Optional.of(caseNode.source(line()));
    }

    @Override
    int line() {
        var evalCase = caseNode.evalCase();
        if (!evalCase.observed().isEmpty()) {
            return evalCase.observed().get(0).line();
        }
        return evalCase.accepted().isEmpty()
                ? evalCase.line()
                : evalCase.accepted().get(0).line();
    }
}
