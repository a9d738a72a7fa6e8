package dev.retrial.judging;

import dev.retrial.agent.Environment;
import dev.retrial.judge.CachedJudge;
import dev.retrial.judge.Judge;
import dev.retrial.judge.JudgeFailure;
import dev.retrial.judge.ModelJudge;
import dev.retrial.suite.JudgeSpec;
import dev.retrial.suite.Suite;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Puts the judge of a run together: what was named in code, else what {@code suite.yaml} names; with its memory, and with what people say of it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RunJudge {

    /** The directory of kept verdicts, below the one of all results. */
    public static final String KEPT = "judge-verdicts";

    private RunJudge() {}

    /**
     * The judge; where there is none, one that says so each time it is asked.
     *
     * @param suite the suite
     * @param inCode the judge that the marker class names, or null
     * @param types the types that a suite file may name
     * @param environment expands environment variables
     * @param output the directory below which results lie
     */
    public static Judge of(
            Suite suite, @Nullable Judge inCode, JudgeTypes types, Environment environment, Path output) {
        JudgeSpec spec = suite.judge();
        String type = spec == null ? null : spec.type();
        Judge judge;
        if (inCode != null) {
            judge = inCode;
        } else if (spec != null && type != null) {
            judge = named(spec, type, types, environment);
        } else {
            return broken(
                    "there is no judge; add `judge` with a model to suite.yaml, or name a class with @EvalSuite(judge = …)");
        }
        if (judge.identity().isKnown()) {
            judge = new CachedJudge(judge, new VerdictFiles(output.resolve(KEPT)));
        }
        return spec == null || spec.calibration() == null
                ? judge
                : new CalibratedJudge(judge, spec.calibration(), spec.floor());
    }

    private static Judge named(JudgeSpec spec, String key, JudgeTypes types, Environment environment) {
        JudgeType type = types.find(key);
        if (type == null) {
            return broken(types.unknown(key));
        }
        return ModelJudge.asking(
                new PatientModel(type.create(spec.settings(), environment), spec.timeout()), spec.samples());
    }

    /** A judge that only says why there is none. */
    public static Judge broken(String message) {
        return question -> {
            throw new JudgeFailure(message);
        };
    }
}
