package dev.retrial.text;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a text states, in one form, so that two wordings of it are equal.
 *
 * @param kind what it is
 * @param form the one form: {@code 89 USD}, {@code 2026-03-02}, {@code 30 days}, {@code A-1042}, an address
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Particular(Kind kind, String form) {

    /** What a text can be held to. */
    public enum Kind {
        /** Money or a percentage. */
        AMOUNT,
        /** A day or a month. */
        DATE,
        /** So many days, hours, months. */
        PERIOD,
        /** The identifier of an order, a document, a policy. */
        ID,
        /** An address on the web. */
        LINK
    }

    /** Whether both may be one fact: a date without its year or its day agrees with every date that it leaves open. */
    public boolean agreesWith(Particular other) {
        if (kind != other.kind) {
            return false;
        }
        return kind == Kind.DATE ? datesAgree(form, other.form) : form.equals(other.form);
    }

    private static boolean datesAgree(String one, String other) {
        // Every date has ten characters; what it does not give is zeros.
        return partAgrees(one, other, 0, 4) && partAgrees(one, other, 5, 7) && partAgrees(one, other, 8, 10);
    }

    private static boolean partAgrees(String one, String other, int start, int end) {
        return one.regionMatches(start, other, start, end - start)
                || isOpen(one, start, end)
                || isOpen(other, start, end);
    }

    private static boolean isOpen(String date, int start, int end) {
        for (int i = start; i < end; i++) {
            if (date.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    // By hand, since what a record gets for it is slow until it is compiled, and a run is over before that.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Particular particular && kind == particular.kind && form.equals(particular.form);
    }

    @Override
    public int hashCode() {
        return form.hashCode();
    }

    /** The fact for a message. */
    @Override
    public String toString() {
        if (kind != Kind.DATE) {
            return form;
        }
        boolean noYear = isOpen(form, 0, 4);
        boolean noDay = isOpen(form, 8, 10);
        return noYear ? "--" + form.substring(5) : noDay ? form.substring(0, 7) : form;
    }
}
