package dev.retrial.tickets.coverage;

import dev.retrial.gate.PassCount;
import dev.retrial.wording.Texts;
import org.apiguardian.api.API;

/**
 * A part of some whole, with the 95 % interval after Wilson that it would have if the whole were a sample of what is to come.
 *
 * @param part how many
 * @param of of how many; 0 where there is nothing to have a share of
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Share(int part, int of) {

    /** Fewer than these are marked: their share says little. */
    public static final int FEW = 10;

    private static final double CONFIDENCE = .95;

    /** Refuses a part that is larger than its whole. */
    public Share {
        if (part < 0 || part > of) {
            throw new IllegalArgumentException(part + " of " + of);
        }
    }

    /** Whether there is a share. */
    public boolean isKnown() {
        return of > 0;
    }

    /** Whether it is of so few that it says little. */
    public boolean isFew() {
        return of < FEW;
    }

    /** From 0 to 1; NaN of nothing. */
    public double value() {
        return of == 0 ? Double.NaN : (double) part / of;
    }

    /** The lower end of its interval; 0 of nothing. */
    public double low() {
        return new PassCount(part, of).wilson(CONFIDENCE).low();
    }

    /** The upper end of its interval; 1 of nothing. */
    public double high() {
        return new PassCount(part, of).wilson(CONFIDENCE).high();
    }

    /** Its interval as it is shown; a dash of nothing. */
    String interval() {
        return isKnown() ? Texts.interval(low(), high()) : "–";
    }
}
