package dev.retrial.junit;

import org.junit.platform.engine.UniqueId;

/** A test. */
abstract sealed class Leaf extends Node permits CellLeaf, OfflineLeaf {

    Leaf(UniqueId id) {
        super(id);
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
