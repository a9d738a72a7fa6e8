package dev.retrial.samples.support;

import dev.retrial.junit.EvalSuite;

/** Finch against the cases in {@code src/test/resources/evals}; {@code -Dagent.prompt=regressed} puts another prompt under test. */
@EvalSuite(value = "evals", agent = FinchUnderTest.class)
class SupportAgentTest {}
