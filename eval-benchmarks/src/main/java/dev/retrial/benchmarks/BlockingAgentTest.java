package dev.retrial.benchmarks;

/** The generated suite against an agent whose calls block in futures. */
class BlockingAgentTest {}
