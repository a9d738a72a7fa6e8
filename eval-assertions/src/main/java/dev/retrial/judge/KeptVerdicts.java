package dev.retrial.judge;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Where verdicts are kept, by a hash of everything that they rest on. Used by several threads at once. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface KeptVerdicts {

    /** The judgement that was kept, or null. */
    @Nullable
    Judgement find(String hash);

    /** Keeps a judgement; where that is not possible, the next run asks again. */
    void keep(String hash, Judgement judgement);
}
