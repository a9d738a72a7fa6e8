package dev.retrial.statement;

import dev.retrial.statement.Clauses.Kind;
import dev.retrial.statement.Sentence.Gap;
import dev.retrial.statement.Statements.Reading;

/** Tells whether a mention is what somebody said before, and what the reply puts right. */
final class Corrections {

    /** What an earlier state of things said holds no longer. */
    private static final Cues OUTDATED = Cues.of(
            "old|older|previous|former|outdated|obsolete|used to",
            "alte|alten|fr\u00FChere|fr\u00FCheren",
            "ancien|ancienne|anciennes");

    private final Statements statements;
    private final Reading reading;
    private final Sentence sentence;
    private final Language language;
    private final Clauses clauses;
    private final int from;
    private final int until;
    private final int clause;

    Corrections(Statements statements, Reading reading, int from, int until) {
        this.statements = statements;
        this.reading = reading;
        this.sentence = reading.sentence();
        this.language = reading.language();
        this.clauses = reading.clauses();
        this.from = from;
        this.until = until;
        this.clause = clauses.of(from);
    }

    boolean isCorrected() {
        int report = report();
        if (report < 0) {
            return isTakenBack();
        }
        int reporting = clauses.of(report);
        int first = clauses.start(reporting);
        if (language.confirms().lengthAt(sentence, first) > 0) {
            return false;
        }
        if (correctedInSentence(report) || correctedBefore() || correctedBehind()) {
            return true;
        }
        if (OUTDATED.isIn(sentence, first, from)) {
            return true;
        }
        boolean customers = language.customers().isIn(sentence, first, clauses.end(reporting));
        return customers && (isSaidByCustomer(first, clauses.end(reporting)) || isTurnedBehind());
    }

    /** The word that reports the mention: in its own clause, or in the one on which it depends; -1 where there is none. */
    private int report() {
        int own = reportIn(clause, true);
        if (own >= 0 || clause == 0) {
            return own;
        }
        boolean depends = clauses.kind(clause) == Kind.COMPLEMENT
                || (clauses.join(clause) == Gap.COMMA && endsWithReport(clause - 1))
                || (clauses.join(clause) == Gap.NONE && clauses.kind(clause) == Kind.MAIN);
        if (depends) {
            int before = reportIn(clause - 1, false);
            if (before >= 0) {
                return before;
            }
        }
        if (clauses.join(clause) == Gap.BREAK && !clauses.isFull(clause)) {
            // "I gave you the wrong number: …"
            return reportIn(clause - 1, false);
        }
        // "said, wrongly, that …"
        return clauses.kind(clause) == Kind.COMPLEMENT && clause > 1 && !clauses.isFull(clause - 1)
                ? reportIn(clause - 2, false)
                : -1;
    }

    private int reportIn(int index, boolean own) {
        int relative =
                own && index + 1 < clauses.count() && clauses.kind(index + 1) == Kind.RELATIVE ? index + 1 : index;
        for (int i = clauses.start(index); i < clauses.end(relative); i++) {
            boolean mention = own && i >= from && i < until;
            if (!mention && language.reports().lengthAt(sentence, i) > 0 && !isOffered(i)) {
                return i;
            }
        }
        if (own && index + 1 < clauses.count() && clauses.kind(index + 1) == Kind.COMPLEMENT) {
            // "the 60 days that you were quoted"
            return language.reports().find(sentence, clauses.start(index + 1), clauses.end(index + 1));
        }
        return -1;
    }

    /** "I can tell you", "let me tell you": this is what the agent says now. */
    private boolean isOffered(int report) {
        for (int i = Math.max(0, report - 4); i < report; i++) {
            switch (sentence.word(i)) {
                case "can", "let", "may", "happy", "glad", "pleased", "kann", "darf", "peux", "pouvons" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private boolean endsWithReport(int index) {
        int end = clauses.end(index);
        return language.reports().find(sentence, Math.max(clauses.start(index), end - 2), end) >= 0;
    }

    /** A correction in the same sentence, unless the mention comes only after it: "… told you 30, which was wrong; you have 60 days". */
    private boolean correctedInSentence(int report) {
        for (int i = 0; i < sentence.size(); i++) {
            boolean mention = i >= from && i < until;
            boolean corrects = !mention
                    && (language.corrections().lengthAt(sentence, i) > 0
                            || language.regrets().lengthAt(sentence, i) > 0);
            if (corrects && (i > from || i < report || !isFurther(clauses.of(i)))) {
                return true;
            }
        }
        return isContrasted();
    }

    /** Whether the mention's clause stands for itself behind that clause. */
    private boolean isFurther(int correcting) {
        return correcting < clause && clauses.kind(clause) != Kind.COMPLEMENT && clauses.isFull(clause);
    }

    /** "You were told 60 days, but …". */
    private boolean isContrasted() {
        for (int i = clause + 1; i < clauses.count(); i++) {
            if (clauses.kind(i) == Kind.CONTRAST) {
                return true;
            }
        }
        return false;
    }

    private boolean correctedBefore() {
        if (reading.index() == 0) {
            return false;
        }
        Reading before = statements.reading(reading.index() - 1);
        return before.language()
                        .corrections()
                        .isIn(before.sentence(), 0, before.sentence().size())
                && !before.sentence().isQuestion();
    }

    private boolean correctedBehind() {
        Reading next = next();
        if (next == null) {
            return false;
        }
        Sentence behind = next.sentence();
        boolean corrects = next.language().corrections().isIn(behind, 0, behind.size());
        boolean turns = next.language().turns().find(behind, 0, Math.min(3, behind.size())) >= 0;
        return corrects || (turns && !behind.isQuestion());
    }

    private boolean isTurnedBehind() {
        Reading next = next();
        return next != null
                && next.language()
                        .negators()
                        .isIn(next.sentence(), 0, Math.min(12, next.sentence().size()));
    }

    private boolean isSaidByCustomer(int start, int end) {
        int found = language.customers().find(sentence, start, end);
        return found >= 0 && found < from;
    }

    private @org.jspecify.annotations.Nullable Reading next() {
        return reading.index() + 1 < statements.sentenceCount() ? statements.reading(reading.index() + 1) : null;
    }

    /** Without a report: "60 days. That was wrong.", "60 days was a mistake". */
    private boolean isTakenBack() {
        int end = clauses.end(clause);
        for (int i = until; i < end; i++) {
            if (language.corrections().lengthAt(sentence, i, end) > 0 && verbBetween(until, i + 1)) {
                return true;
            }
        }
        if (clause + 1 < clauses.count()) {
            int next = clause + 1;
            boolean echoes = language.echoes().lengthAt(sentence, clauses.start(next)) > 0
                    || clauses.kind(next) == Kind.RELATIVE;
            if (echoes && language.corrections().isIn(sentence, clauses.start(next), clauses.end(next))) {
                return true;
            }
        }
        Reading behind =
                clause + 1 < clauses.count() && clauses.isFull(clauses.count() - 1) && clauses.count() - 1 != clause
                        ? null
                        : next();
        return behind != null
                && behind.sentence().size() > 0
                && behind.sentence().size() <= 10
                && behind.language().echoes().lengthAt(behind.sentence(), 0) > 0
                && !regretsOnly(behind)
                && behind.language()
                        .corrections()
                        .isIn(behind.sentence(), 0, behind.sentence().size());
    }

    private static boolean regretsOnly(Reading behind) {
        return behind.language().regrets().lengthAt(behind.sentence(), 0) > 0;
    }

    private boolean verbBetween(int start, int end) {
        for (int i = start; i < end; i++) {
            if (language.verbs().contains(sentence.word(i))
                    || language.corrections().lengthAt(sentence, i) > 0) {
                return true;
            }
        }
        return false;
    }
}
