package dev.retrial.benchmarks;

import dev.retrial.junit.EvalSuite;

/** The generated suite against an agent whose calls block in futures. */
@EvalSuite(value = GeneratedSuite.DIRECTORY, agent = BlockingAgent.class)
class BlockingAgentTest {}
