package dev.retrial.junit;

import dev.retrial.run.Ending;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.UniqueId;

/** A test that asks no agent. */
abstract sealed class OfflineLeaf extends Leaf
        permits SelfCheckLeaf, BrokenFileLeaf, ProblemLeaf, EmptyRunLeaf, LintLeaf {

    OfflineLeaf(UniqueId id) {
        super(id);
    }

    /** How the test ends. */
    abstract Ending run();

    /** What results call a test of this kind. */
    abstract String kind();

    /** The file that the test is about, relative to the suite's directory; null where it is about none. */
    @Nullable
    String file() {
        return null;
    }

    /** The line in the file, from 1, or 0. */
    int line() {
        return 0;
    }

    /** Why the test is not to be run; null where it is. */
    @Nullable
    String skips() {
        return null;
    }
}
