package dev.retrial.junit;

import dev.retrial.agent.Agent;
import dev.retrial.agent.AgentClient;
import dev.retrial.agent.AgentFailure;
import dev.retrial.agent.AgentType;
import dev.retrial.agent.AgentTypes;
import dev.retrial.agent.Environment;
import dev.retrial.suite.AgentSpec;
import dev.retrial.suite.GateSpec;
import dev.retrial.suite.Suite;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Makes the agent of a suite: the one that the marker class names, else the one that {@code suite.yaml} names. */
final class SuiteAgents {

    private SuiteAgents() {}

    /** The agent; where none can be made, one that says so in every cell, so that none of them is green. */
    static Agent of(SuiteHome home, Suite suite) {
        Class<? extends AgentClient> named = named(home.marker());
        try {
            if (named != null) {
                return ReflectionSupport.newInstance(named);
            }
            AgentSpec spec = suite.agent();
            if (spec == null) {
                return broken(home.name() + " has no agent: add 'agent:' to suite.yaml, or name a class with "
                        + "@EvalSuite(agent = …).");
            }
            return made(home, suite, spec);
        } catch (AgentFailure e) {
            return broken(String.valueOf(e.getMessage()));
        } catch (Exception e) {
            Throwable cause = e instanceof InvocationTargetException && e.getCause() != null ? e.getCause() : e;
            String what = named != null ? named.getName() : "the agent of suite.yaml";
            return broken(what + " could not be made: " + cause);
        }
    }

    /** The main branch's agent; where none can be made, one that says so in every attempt, so that nothing is decided by it. */
    static Agent control(SuiteHome home, Suite suite, GateSpec gate) {
        AgentSpec spec = gate.control();
        try {
            return spec == null ? broken("the gate has no control") : made(home, suite, spec);
        } catch (AgentFailure e) {
            return broken(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return broken("the control of the gate could not be made: " + e);
        }
    }

    private static Agent made(SuiteHome home, Suite suite, AgentSpec spec) {
        return new AgentTypes(home.loader())
                .create(
                        spec,
                        new AgentType.Setup(
                                suite.directory(),
                                suite.tools(),
                                List.copyOf(suite.cohorts().values()),
                                Environment.system()));
    }

    private static @Nullable Class<? extends AgentClient> named(@Nullable Class<?> marker) {
        if (marker == null) {
            return null;
        }
        Class<? extends AgentClient> agent = AnnotationSupport.findAnnotation(marker, EvalSuite.class)
                .orElseThrow()
                .agent();
        return agent == AgentClient.class ? null : agent;
    }

    private static AgentClient broken(String message) {
        return opening -> {
            throw new AgentFailure(AgentFailure.Kind.HOPELESS, message);
        };
    }
}
