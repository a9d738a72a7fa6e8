package dev.retrial.junit;

import dev.retrial.agent.Environment;
import dev.retrial.judge.Judge;
import dev.retrial.judging.JudgeTypes;
import dev.retrial.judging.RunJudge;
import dev.retrial.suite.Suite;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Makes the judge of a suite: the one that its class names, else the one that {@code suite.yaml} names. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SuiteJudges {

    private SuiteJudges() {}

    /** The judge of the suite that a marker class stands for. */
    static Judge of(SuiteHome home, Suite suite, Path output) {
        Class<?> marker = home.marker();
        return of(
                home,
                suite,
                output,
                marker == null
                        ? Judge.class
                        : AnnotationSupport.findAnnotation(marker, EvalSuite.class)
                                .orElseThrow()
                                .judge());
    }

    /**
     * The judge; where none can be made, one that says so each time it is asked.
     *
     * @param home where the suite lives
     * @param suite the suite
     * @param output the directory below which results lie
     * @param named the class that an annotation names, or {@link Judge} itself where it names none
     */
    public static Judge of(SuiteHome home, Suite suite, Path output, Class<? extends Judge> named) {
        try {
            return RunJudge.of(suite, made(named), new JudgeTypes(home.loader()), Environment.system(), output);
        } catch (Exception e) {
            Throwable cause = e instanceof InvocationTargetException && e.getCause() != null ? e.getCause() : e;
            return RunJudge.broken((named == Judge.class ? "the judge of suite.yaml" : named.getName())
                    + " could not be made: " + cause);
        }
    }

    private static @Nullable Judge made(Class<? extends Judge> named) throws Exception {
        return named == Judge.class ? null : ReflectionSupport.newInstance(named);
    }
}
