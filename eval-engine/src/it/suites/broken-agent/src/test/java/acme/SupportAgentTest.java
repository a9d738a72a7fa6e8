package acme;

import dev.retrial.agent.AgentClient;
import dev.retrial.agent.Conversation;
import dev.retrial.agent.Opening;
import dev.retrial.junit.EvalSuite;

@EvalSuite(value = "evals", agent = SupportAgentTest.Broken.class)
class SupportAgentTest {
    public static class Broken implements AgentClient {
        public Broken() {
            throw new IllegalStateException("no key for the model");
        }

        @Override
        public Conversation open(Opening opening) {
            throw new AssertionError("never constructed");
        }
    }
}
