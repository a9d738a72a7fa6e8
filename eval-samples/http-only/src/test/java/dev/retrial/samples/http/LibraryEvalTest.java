package dev.retrial.samples.http;

import dev.retrial.junit.EvalSuite;

/** The agent, the cases and what is expected of them are in {@code src/test/resources/evals}. */
@EvalSuite("evals")
class LibraryEvalTest {}
