package dev.retrial.junit;

import dev.retrial.agent.AgentClient;
import dev.retrial.agent.AgentFailure;
import dev.retrial.agent.Conversation;
import dev.retrial.agent.Fingerprint;
import dev.retrial.agent.Opening;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marker classes over the suites in {@code src/test/resources/junit}; nested, so that our own build does not take them for tests. */
final class Marked {

    private Marked() {}

    @EvalSuite(value = "junit/shop", agent = ShopAgent.class)
    static final class Shop {}

    @EvalSuite(value = "junit/alone", agent = ShopAgent.class)
    static final class Alone {}

    @EvalSuite(value = "/junit/shop", agent = ShopAgent.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface ShopSuite {}

    @ShopSuite
    static final class ByOwnAnnotation {}

    @EvalSuite(value = "src/test/resources/junit/shop", agent = ShopAgent.class)
    static final class BelowTheProject {}

    @EvalSuite(value = "junit/broken", agent = ShopAgent.class)
    static final class Broken {}

    @EvalSuite(value = "junit/torn", agent = ShopAgent.class)
    static final class Torn {}

    @EvalSuite(value = "junit/empty", agent = ShopAgent.class)
    static final class Empty {}

    @EvalSuite(value = "junit/drafts", agent = ShopAgent.class)
    static final class Drafts {}

    @EvalSuite(value = "junit/nowhere", agent = ShopAgent.class)
    static final class Nowhere {}

    @EvalSuite("junit/drafts")
    static final class WithoutAgent {}

    @EvalSuite(value = "junit/broken", agent = Unreachable.class)
    static final class WithUnreachableAgent {}

    @EvalSuite(value = "junit/broken", agent = Unmade.class)
    static final class WithUnmadeAgent {}

    @EvalSuite(value = "junit/broken", agent = BrokenAgent.class)
    static final class WithBrokenAgent {}

    static final class NoSuite {}

    static final class Unreachable implements AgentClient {
        @Override
        public Conversation open(Opening opening) {
            throw new AgentFailure(AgentFailure.Kind.HOPELESS, "nobody listens at localhost:1");
        }
    }

    static final class BrokenAgent implements AgentClient {
        @Override
        public Conversation open(Opening opening) {
            throw new AssertionError("never asked");
        }

        @Override
        public Fingerprint fingerprint() {
            throw new IllegalStateException("no fingerprint today");
        }
    }

    static final class Unmade implements AgentClient {
        Unmade() {
            throw new IllegalStateException("no key for the model");
        }

        @Override
        public Conversation open(Opening opening) {
            throw new AssertionError("never made");
        }
    }
}
