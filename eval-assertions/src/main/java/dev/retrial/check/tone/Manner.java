package dev.retrial.check.tone;

/**
 * A way in which a writer is polite or is not, after the strategies of Brown and Levinson that research on requests has found to matter.
 *
 * <p>The weights are set by hand: what one occurrence adds, in steps that are roughly a standard deviation among requests between strangers.
 */
enum Manner {
    GRATITUDE(1.2),
    APOLOGY(0.7),
    PLEASE(0.4),
    PLEASE_FIRST(0.25),
    COULD_YOU(0.45),
    CAN_YOU(0.3),
    INDIRECT(0.6),
    GREETING(0.5),
    HEDGE(0.2),
    PRAISE(0.8),
    OFFER(0.6),
    UNDERSTANDING(0.6),
    POSITIVE(0.3),
    TOGETHER(0.15),
    SELF(0.12),
    BY_THE_WAY(0.3),
    WELCOME_WORD(0.5),
    QUESTION_FIRST(-0.35),
    WHY(-0.4),
    WHY_YOU(-0.8),
    YOU_FIRST(-0.35),
    ABRUPT_FIRST(-0.4),
    COMMAND_FIRST(-0.4),
    DEMAND(-0.45),
    ACCUSATION(-0.7),
    NEGATION(-0.15),
    NEGATIVE(-0.4),
    FACTUAL(-0.25),
    DISMISSAL(-1.2),
    CONDESCENSION(-1.0),
    CONTEMPT(-1.5),
    LOUD(-0.4);

    private final double weight;

    Manner(double weight) {
        this.weight = weight;
    }

    double weight() {
        return weight;
    }
}
