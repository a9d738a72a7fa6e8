package dev.retrial.judge;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A judge that is not asked twice for the same.
 *
 * <p>The same is: the model, its settings, the rubric, the criterion and every character of the text. What went wrong is never kept, nor is a judgement of which one answer could not be read.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CachedJudge implements Judge {

    private final Judge judge;
    private final KeptVerdicts kept;

    /**
     * A judge whose verdicts are kept.
     *
     * @param judge the judge; where its identity is not known, it is asked each time
     * @param kept where its verdicts are kept
     */
    public CachedJudge(Judge judge, KeptVerdicts kept) {
        this.judge = judge;
        this.kept = kept;
    }

    @Override
    public Judgement judge(Question question) {
        String hash = hash(question);
        Judgement known = hash == null ? null : kept.find(hash);
        if (known != null) {
            return known;
        }
        Judgement judgement = judge.judge(question);
        if (hash != null && judgement.unreadable() == 0) {
            kept.keep(hash, judgement);
        }
        return judgement;
    }

    private @Nullable String hash(Question question) {
        JudgeIdentity identity = judge.identity();
        return identity.isKnown()
                ? Rubric.sha256(identity.model() + "\n" + identity.rubricHash() + "\n" + identity.settings() + "\n"
                        + Rubric.contentHash(question))
                : null;
    }

    @Override
    public JudgeIdentity identity() {
        return judge.identity();
    }

    @Override
    public Standing standing(String criterionClass) {
        return judge.standing(criterionClass);
    }
}
