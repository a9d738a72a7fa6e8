package dev.retrial.suite;

/** Where an expectation was written. Layers are never merged: all must hold, so an inner one can only tighten. */
public enum Layer {
    /** {@code always:} of {@code suite.yaml}: holds for every cell, and says nothing of what a case is about. */
    ALWAYS,
    /** {@code suite.yaml}: holds for every cell. */
    SUITE,
    /** The cohort's voice contract. */
    COHORT,
    /** The case. */
    CASE,
    /** One turn of the case. */
    TURN
}
