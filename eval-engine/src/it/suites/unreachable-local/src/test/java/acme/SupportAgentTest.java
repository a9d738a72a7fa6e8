package acme;

import dev.retrial.junit.EvalSuite;

@EvalSuite("evals")
class SupportAgentTest {}
