package dev.retrial.statement;

import dev.retrial.statement.Clauses.Kind;
import dev.retrial.statement.Sentence.Gap;
import dev.retrial.statement.Statements.Reading;

/** Tells how one mention in a sentence is meant. */
final class MentionStance {

    private final Statements statements;
    private final Reading reading;
    private final Sentence sentence;
    private final Language language;
    private final Clauses clauses;
    private final int from;
    private final int until;
    private final int clause;

    /** The mention that has the words from {@code from} to {@code until}. */
    MentionStance(Statements statements, Reading reading, int from, int until) {
        this.statements = statements;
        this.reading = reading;
        this.sentence = reading.sentence();
        this.language = reading.language();
        this.clauses = reading.clauses();
        this.from = from;
        this.until = Math.max(until, Math.min(from + 1, sentence.size()));
        this.clause = clauses.of(from);
    }

    Stance read() {
        if (from >= sentence.size()) {
            return Stance.AFFIRMED;
        }
        if (isQuestioned()) {
            return Stance.QUESTIONED;
        }
        if (new Corrections(statements, reading, from, until).isCorrected()) {
            return Stance.CORRECTED;
        }
        if (clauses.kind(clause) == Kind.WHETHER) {
            return Stance.QUESTIONED;
        }
        if (new Negations(reading, from, until).isNegated()) {
            return Stance.NEGATED;
        }
        if (isPlanned()) {
            return Stance.PLANNED;
        }
        return isConditional() ? Stance.CONDITIONAL : Stance.AFFIRMED;
    }

    private boolean isQuestioned() {
        if (!sentence.isQuestion()) {
            return false;
        }
        int opener = opener();
        if (opener >= 0) {
            return clause >= opener || dependsOn(opener);
        }
        // Without a word that asks, what stands behind the last break is the question.
        for (int i = clause + 1; i < clauses.count(); i++) {
            if (clauses.join(i) == Gap.BREAK) {
                return false;
            }
        }
        return true;
    }

    /** Where a condition before the question belongs to it: "if it is 60 days, can I …?" */
    private boolean dependsOn(int opener) {
        return clauses.kind(clause) == Kind.CONDITION && opener == clause + 1;
    }

    private int opener() {
        for (int i = 0; i < clauses.count(); i++) {
            int word = clauses.start(i);
            while (word + 1 < clauses.end(i) && isFiller(sentence.word(word))) {
                word++;
            }
            if (language.questions().contains(sentence.word(word))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isFiller(String word) {
        return switch (word) {
            case "and",
                    "but",
                    "so",
                    "also",
                    "well",
                    "or",
                    "hi",
                    "hello",
                    "sorry",
                    "okay",
                    "ok",
                    "now",
                    "then",
                    "und",
                    "aber",
                    "oder",
                    "et",
                    "mais",
                    "alors",
                    "donc",
                    "est",
                    "ce",
                    "que",
                    "qu'" -> true;
            default -> false;
        };
    }

    private boolean isPlanned() {
        int start = clauses.start(clause);
        int end = clauses.end(clause);
        return language.plans().isIn(sentence, start, from)
                || language.plans().isIn(sentence, until, end)
                || (clauses.kind(clause) == Kind.COMPLEMENT
                        && clause > 0
                        && language.plans().isIn(sentence, clauses.start(clause - 1), start))
                || (!clauses.isFull(clause)
                        && clause > 0
                        && clauses.join(clause) == Gap.COMMA
                        && language.plans().isIn(sentence, clauses.start(clause - 1), start));
    }

    private boolean isConditional() {
        if (clauses.kind(clause) == Kind.CONDITION) {
            // "even if …" says nothing about what stands in it either.
            return true;
        }
        return isSupposed() || isGoverned();
    }

    /** "would", "könnte", "serait" before the mention, unless they only introduce what is said. */
    private boolean isSupposed() {
        int start = clauses.start(clause);
        int end = clauses.end(clause);
        for (int i = start; i < end; i++) {
            int polite = language.performatives().lengthAt(sentence, i, end);
            if (polite > 0) {
                i += polite - 1;
                continue;
            }
            boolean behind = i >= until;
            if ((i < from || (behind && language.isGerman()))
                    && language.hypotheses().lengthAt(sentence, i, end) > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isGoverned() {
        if (isPromisedForAnAct()) {
            return true;
        }
        for (int i = clause - 1; i >= 0 && clauses.join(i + 1) != Gap.BREAK; i--) {
            // "If you upgrade you pay more, but …": what is set against the condition and stands for itself is free of
            // it.
            if (clauses.kind(i + 1) == Kind.CONTRAST && clauses.isFull(i + 1)) {
                break;
            }
            if (clauses.kind(i) == Kind.CONDITION) {
                if (opensItsPart(i)) {
                    return !isException(i);
                }
                break;
            }
        }
        for (int i = clause + 1; i < clauses.count() && clauses.join(i) != Gap.BREAK; i++) {
            if (clauses.kind(i) == Kind.CONDITION) {
                return !opensItsPart(i) && !isException(i);
            }
            boolean further = clauses.kind(i) == Kind.CONTRAST
                    || language.coordinators().contains(sentence.word(clauses.start(i)));
            if (further || (clauses.kind(i) == Kind.MAIN && clauses.isFull(i))) {
                break;
            }
        }
        return false;
    }

    /** "Upgrade to Enterprise and you get …". */
    private boolean isPromisedForAnAct() {
        String first = sentence.word(clauses.start(clause));
        if (clause == 0 || !(first.equals("and") || first.equals("und") || first.equals("et"))) {
            return false;
        }
        return switch (sentence.word(clauses.start(clause - 1))) {
            case "upgrade",
                    "switch",
                    "move",
                    "buy",
                    "order",
                    "subscribe",
                    "join",
                    "add",
                    "pay",
                    "choose",
                    "renew",
                    "wechseln",
                    "passez" -> true;
            default -> false;
        };
    }

    /** Whether no full clause comes before the condition that it could belong to. */
    private boolean opensItsPart(int condition) {
        for (int i = condition - 1; i >= 0 && clauses.join(i + 1) != Gap.BREAK; i--) {
            boolean onlyJoins = clauses.end(i) - clauses.start(i) == 1;
            if (clauses.kind(i) == Kind.CONTRAST && onlyJoins) {
                return true;
            }
            if (onlyJoins
                    && (clauses.kind(i) == Kind.COMPLEMENT
                            || language.coordinators().contains(sentence.word(clauses.start(i))))) {
                return true;
            }
            if (clauses.isFull(i) && clauses.kind(i) != Kind.CONDITION) {
                return language.coordinators().contains(sentence.word(clauses.end(i) - 1));
            }
        }
        return true;
    }

    private boolean isException(int condition) {
        return language.exceptions().lengthAt(sentence, clauses.start(condition)) > 0;
    }
}
