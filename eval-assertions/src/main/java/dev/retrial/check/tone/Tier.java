package dev.retrial.check.tone;

import org.apiguardian.api.API;

/** How far a finding about tone can be trusted. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Tier {
    /** Counted, exactly. */
    COUNT,
    /** A turn of phrase that leaves little doubt; that there is none proves nothing. */
    MARKER,
    /** A score on a scale, with a band in which it decides nothing. */
    SCORE
}
