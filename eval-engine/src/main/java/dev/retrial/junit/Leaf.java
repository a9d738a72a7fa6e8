package dev.retrial.junit;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.UniqueId;

/** A test. */
abstract sealed class Leaf extends Node permits CellLeaf, CohortsLeaf, GateLeaf, OfflineLeaf {

    Leaf(UniqueId id) {
        super(id);
    }

    /** Where a person finds what the test is about, as a console shows it; null where what is said of it names the place. */
    @Nullable
    String place() {
        return null;
    }

    @Override
    public final Type getType() {
        return Type.TEST;
    }

    /** There is nothing below a leaf; where something is asked for, the leaf itself says what it can. */
    @Override
    final Node select(UniqueId.Segment segment) {
        return this;
    }

    @Override
    final void selectAll() {}
}
