package dev.retrial.benchmarks;

import dev.retrial.junit.EvalSuite;

/** The generated suite, over HTTP: all that a user of Retrial writes in Java. */
@EvalSuite(GeneratedSuite.DIRECTORY)
class GeneratedCasesTest {}
