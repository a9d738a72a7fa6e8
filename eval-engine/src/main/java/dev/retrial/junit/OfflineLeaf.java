package dev.retrial.junit;

import dev.retrial.run.Ending;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.UniqueId;

/** A test that asks no agent. */
abstract sealed class OfflineLeaf extends Leaf permits SelfCheckLeaf, BrokenFileLeaf, ProblemLeaf, EmptyRunLeaf {

    OfflineLeaf(UniqueId id) {
        super(id);
    }

    /** How the test ends. */
    abstract Ending run();

    /** Why the test is not to be run; null where it is. */
    @Nullable
    String skips() {
        return null;
    }
}
