package dev.retrial.judge;

import java.util.Locale;
import org.apiguardian.api.API;

/** What a judge says; there is no other word. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Verdict {
    /** The criterion is met. */
    YES,
    /** It is not. */
    NO,
    /** The text does not tell, or the samples do not agree. */
    UNDECIDED;

    /** The word for it in answers, messages and files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
