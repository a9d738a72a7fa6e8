package acme;

import dev.retrial.junit.EvalSuite;

@EvalSuite(value = "billing", agent = ShopAgent.class)
class BillingTest {}
