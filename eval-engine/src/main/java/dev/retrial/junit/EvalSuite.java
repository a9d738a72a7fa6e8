package dev.retrial.junit;

import dev.retrial.agent.AgentClient;
import dev.retrial.judge.Judge;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.platform.commons.annotation.Testable;

/**
 * Marks the class that stands for a suite of case files in the build: each case is replayed once per cohort, each a test of its own.
 *
 * <p>The class needs no members; its name must fit the build's pattern for test classes ({@code …Test} under Surefire), since a build asks for classes and not for case files.
 * The annotation can stand on an annotation of your own, too.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Testable
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface EvalSuite {

    /** The suite's directory, the one with {@code suite.yaml}: on the class path ({@code src/test/resources/evals} is {@code evals}), else below the project's directory. */
    String value();

    /**
     * The agent, where it is made in code and not named in {@code suite.yaml}: a class with a constructor that takes nothing.
     *
     * <p>Left out, {@code agent:} in {@code suite.yaml} says which.
     */
    Class<? extends AgentClient> agent() default AgentClient.class;

    /**
     * The judge, where it is made in code: a class with a constructor that takes nothing.
     *
     * <p>Left out, {@code judge:} in {@code suite.yaml} says which; without either, a criterion under {@code judged} is an error.
     */
    Class<? extends Judge> judge() default Judge.class;
}
