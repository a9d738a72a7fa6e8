package dev.retrial.tickets.triage;

/** What words in a ticket can mean; {@code cues.txt} has the words, by the same names. */
enum Cue {
    BOT,
    CHAT,
    SAID,
    INFO,
    WRONG,
    APOLOGY,
    FIX,
    DENIED,
    RIGHT,
    ALLEGED,
    MYFAULT,
    GOODWILL,
    ABSENT,
    INVENTED,
    NOTFOUND,
    OFFER,
    FOREIGN,
    INTERNAL,
    BREACH,
    ALREADY,
    FORGOT,
    HUMAN,
    WANT,
    HANDOVER,
    GREETING,
    AGAIN,
    WRONGTEAM,
    LATEHANDOVER,
    NOCTX,
    NEEDLESS,
    TONE,
    CASUAL,
    BLAME,
    FORMAL,
    UNASKED,
    BYMISTAKE,
    CANCEL,
    REFUND,
    MODIFY,
    CHARGE,
    ORDER,
    SEND,
    DONE,
    ELSEWHERE,
    LIE,
    THANKS;

    private static final Cue[] ACTS = {CANCEL, REFUND, MODIFY, CHARGE, ORDER, SEND};

    /** What an agent can do to a customer's things. */
    static final long ANY_ACT = mask(ACTS);

    /** As a bit of a set. */
    long bit() {
        return 1L << ordinal();
    }

    static long mask(Cue... cues) {
        long mask = 0;
        for (Cue cue : cues) {
            mask |= cue.bit();
        }
        return mask;
    }
}
