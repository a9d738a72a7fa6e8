package acme;

import dev.retrial.junit.EvalSuite;

@EvalSuite(value = "orders", agent = ShopAgent.class)
class OrdersTest {}
