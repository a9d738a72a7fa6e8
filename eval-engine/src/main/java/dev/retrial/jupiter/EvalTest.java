package dev.retrial.jupiter;

import dev.retrial.judge.Judge;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test method that is called once for each cell of a suite: each case with each of its cohorts.
 *
 * <p>The method takes a {@link Cell} and replays it against the agent, which may be a field that Spring injected.
 * The case's expectations are asserted when the method returns; a method that replayed nothing fails.
 * The annotation can stand on an annotation of your own, too.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith(EvalTestExtension.class)
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface EvalTest {

    /** The suite's directory, the one with {@code suite.yaml}: on the class path ({@code src/test/resources/evals} is {@code evals}), else below the project's directory. */
    String value();

    /** The judge, where it is made in code: a class with a constructor that takes nothing. Left out, {@code judge:} in {@code suite.yaml} says which. */
    Class<? extends Judge> judge() default Judge.class;
}
