package dev.retrial.check.tone;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** How a reply stands to its reader. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Register {
    /** As in a letter. */
    FORMAL("formal"),
    /** Neither stiff nor chummy. */
    NEUTRAL("neutral"),
    /** As among friends. */
    CASUAL("casual");

    /** What is this far on the wrong side is wrong; what is not on it is right; what is between is undecided. */
    private static final double CLEAR = 0.5;

    private static final double NEAR = 0.1;

    private final String key;

    Register(String key) {
        this.key = key;
    }

    /** The word for it in case files. */
    public String key() {
        return key;
    }

    /** Whether a score is this register's: true, false, or null where it is too near to a border to tell. */
    @Nullable
    Boolean holds(double score) {
        double away = switch (this) {
            case FORMAL -> -score;
            case CASUAL -> score;
            case NEUTRAL -> Math.abs(score) - 0.3;
        };
        return away <= NEAR ? Boolean.TRUE : away >= CLEAR ? Boolean.FALSE : null;
    }
}
