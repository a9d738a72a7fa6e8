package dev.retrial.benchmarks;

/** The generated suite, over HTTP: all that a user of Retrial writes in Java. */
class GeneratedCasesTest {}
