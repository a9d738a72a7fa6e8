package dev.retrial.judge;

import org.apiguardian.api.API;

/** Stands where nobody was named: says so each time it is asked. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum NoJudge implements Judge {
    /** The only one. */
    INSTANCE;

    @Override
    public Judgement judge(Question question) {
        throw new JudgeFailure("there is no judge; add `judge` to suite.yaml, or say judgedBy(judge) in Java");
    }
}
