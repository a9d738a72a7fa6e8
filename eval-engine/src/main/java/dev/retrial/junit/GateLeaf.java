package dev.retrial.junit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;

/** Whether the change may land: the last test of a suite that has a gate. */
final class GateLeaf extends Leaf {

    /** The segment of what a suite has beside its cases. */
    static final String SEGMENT = "leaf";

    static final String VALUE = "gate";

    private final @Nullable TestSource source;

    GateLeaf(UniqueId suite, @Nullable TestSource source) {
        super(suite.append(SEGMENT, VALUE));
        this.source = source;
    }

    @Override
    public String getDisplayName() {
        return "[" + VALUE + "]";
    }

    @Override
    public Optional<TestSource> getSource() {
        return Optional.ofNullable(source);
    }
}
