package dev.retrial.judge;

import org.apiguardian.api.API;

/** Decides what no rule can, one criterion at a time; a lambda is a judge. Asked by several threads at once. */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Judge {

    /**
     * Judges one criterion.
     *
     * @throws JudgeFailure where there is no verdict
     */
    Judgement judge(Question question);

    /** What the judge is made of; unknown unless it says. */
    default JudgeIdentity identity() {
        return JudgeIdentity.UNKNOWN;
    }

    /**
     * What its verdicts count for in this class of criteria; they gate unless it says otherwise.
     *
     * @throws JudgeFailure where that could not be found out
     */
    default Standing standing(String criterionClass) {
        return Standing.UNMEASURED;
    }
}
