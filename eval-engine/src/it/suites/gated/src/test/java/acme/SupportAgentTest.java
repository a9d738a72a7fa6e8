package acme;

import dev.retrial.junit.EvalSuite;

@EvalSuite(value = "evals", agent = ShopAgent.class)
class SupportAgentTest {}
