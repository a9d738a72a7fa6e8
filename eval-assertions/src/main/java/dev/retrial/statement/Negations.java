package dev.retrial.statement;

import dev.retrial.statement.Clauses.Kind;
import dev.retrial.statement.Sentence.Gap;
import dev.retrial.statement.Statements.Reading;

/** Tells whether a mention is denied: by its own clause, or by the one on which its clause depends. */
final class Negations {

    /** How far a preposition such as "without" denies. */
    private static final int PREPOSITION_REACH = 5;

    private static final Cues NEEDS = Cues.of(
            "need|needed|needs|require|required|charge|charged",
            "brauchen|ben\u00F6tigen|berechnen|n\u00F6tig",
            "besoin|n\u00E9cessaire");

    private static final Cues TO_GET = Cues.of(
            "for|to get|to use|to have|to enjoy|to receive|to access|to keep|to claim|to start|to benefit",
            "f\u00FCr|um",
            "pour");

    /** What German says before a clause without "dass" that is denied with it. */
    private static final Cues SAYING =
            Cues.of("sagen|versprechen|best\u00E4tigen|zusagen|garantieren|behaupten|zusichern|anbieten");

    /** What has a verb of its own and still only stands between the parts of a clause. */
    private static final Cues ASIDES = Cues.of(
            "i am afraid|i'm afraid|we are afraid|we're afraid|i fear|i am sorry to say|i'm sorry to say|as you know|as i said",
            "f\u00FCrchte ich|wie gesagt|wie sie wissen",
            "je le crains|j' en ai peur|comme vous le savez");

    private final Sentence sentence;
    private final Language language;
    private final Clauses clauses;
    private final int from;
    private final int until;
    private final int clause;

    Negations(Reading reading, int from, int until) {
        this.sentence = reading.sentence();
        this.language = reading.language();
        this.clauses = reading.clauses();
        this.from = from;
        this.until = until;
        this.clause = clauses.of(from);
    }

    boolean isNegated() {
        int start = clauses.start(clause);
        int end = clauses.end(clause);
        return deniedBefore(start, from)
                || deniedBehind(until, end)
                || dependsOnDenied()
                || continuesDenied()
                || isPredicatedAway();
    }

    /** Whether what stands between the words denies what follows them. */
    private boolean deniedBefore(int start, int mention) {
        int i = start;
        while (i < mention) {
            int harmless = language.harmless().lengthAt(sentence, i);
            if (harmless > 0) {
                i += harmless;
                continue;
            }
            int preposition = language.prepositions().lengthAt(sentence, i, mention);
            if (preposition > 0) {
                if (mention - (i + preposition) < PREPOSITION_REACH && !clauseBeginsBetween(i + preposition, mention)) {
                    return true;
                }
                i += preposition;
                continue;
            }
            boolean denies = language.negators().lengthAt(sentence, i, mention) > 0
                    || language.deniers().lengthAt(sentence, i, mention) > 0;
            if (denies && !isNeedless(i, mention) && !isRestriction(i, mention)) {
                return true;
            }
            i++;
        }
        return false;
    }

    /** "without a card you get …": the subject ends what the preposition denies. */
    private boolean clauseBeginsBetween(int start, int mention) {
        for (int i = start; i < mention; i++) {
            if (language.verbs().contains(sentence.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** "no card needed to get …", "you don't have to pay extra for …". */
    private boolean isNeedless(int negator, int mention) {
        if (language.needless().isIn(sentence, negator, mention)) {
            return true;
        }
        int need = NEEDS.find(sentence, negator, Math.min(mention, negator + 4));
        return need >= 0 && TO_GET.isIn(sentence, need, mention);
    }

    /** "not until", and the German "nicht nur" split by other words. */
    private boolean isRestriction(int negator, int mention) {
        if (negator + 1 >= mention) {
            return false;
        }
        String next = sentence.word(negator + 1);
        return next.equals("only") || next.equals("nur") || next.equals("until") || next.equals("just");
    }

    private boolean deniedBehind(int start, int end) {
        int i = start;
        while (i < end) {
            int harmless = language.harmless().lengthAt(sentence, i);
            int preposition = harmless > 0 ? 0 : language.prepositions().lengthAt(sentence, i, end);
            if (harmless + preposition > 0) {
                i += harmless + preposition;
                continue;
            }
            if (language.trailing().lengthAt(sentence, i, end) > 0 && !comparesBehind(i)) {
                return true;
            }
            i++;
        }
        return false;
    }

    /** "60 Tage und nicht 30", "60 jours et non pas 30": what comes next is denied, and not what was. */
    private boolean comparesBehind(int negator) {
        String before = negator == 0 ? "" : sentence.word(negator - 1);
        boolean joined = before.equals("und") || before.equals("and") || before.equals("et") || before.equals("non");
        boolean figureFollows = negator + 1 < sentence.size()
                && Character.isDigit(sentence.word(negator + 1).charAt(0));
        return joined || figureFollows;
    }

    /** "I can't promise that …", "it is not true that …". */
    private boolean dependsOnDenied() {
        if (clause == 0 || !(clauses.kind(clause) == Kind.COMPLEMENT || isReported())) {
            return false;
        }
        int start = clauses.start(clause - 1);
        int end = clauses.end(clause - 1);
        return deniedBefore(start, end)
                && !(language.factive().isIn(sentence, start, end)
                        && !language.deniers().isIn(sentence, start, end));
    }

    /** German says "Ich kann nicht versprechen, die Frist …". */
    private boolean isReported() {
        return clauses.join(clause) == Gap.COMMA
                && language.isGerman()
                && SAYING.lengthAt(sentence, clauses.start(clause) - 1) > 0;
    }

    /** Where a part of a list, or a noun before its clause, is denied by the clause to which it belongs. */
    private boolean continuesDenied() {
        if (clauses.join(clause) == Gap.COMMA && !clauses.isFull(clause) && clauses.kind(clause) == Kind.MAIN) {
            int before = clause - 1;
            while (before > 0 && !clauses.isFull(before) && clauses.join(before) == Gap.COMMA) {
                before--;
            }
            if (clauses.isFull(before)
                    && !restricts(clauses.start(clause))
                    && !clauses.kind(before).equals(Kind.CONDITION)
                    && isListed()
                    && deniedBefore(clauses.start(before), clauses.end(before))) {
                return true;
            }
        }
        if (isTakenFromCustomer() || resumesDenied()) {
            return true;
        }
        if (!clauses.isFull(clause)) {
            int next = clause + 1;
            while (next < clauses.count() && isAside(next) && clauses.join(next) == Gap.COMMA) {
                next++;
            }
            return next < clauses.count()
                    && clauses.join(next) == Gap.COMMA
                    && clauses.kind(next) == Kind.MAIN
                    && beginsDenied(next);
        }
        return false;
    }

    /** "We can't, unfortunately, offer …": the clause goes on behind an aside. */
    private boolean resumesDenied() {
        int before = clause - 1;
        if (before < 1 || clauses.join(clause) != Gap.COMMA || !isAside(before)) {
            return false;
        }
        while (before > 0 && isAside(before) && clauses.join(before) == Gap.COMMA) {
            before--;
        }
        int last = clauses.end(before) - 1;
        boolean unfinished = language.verbs().contains(sentence.word(last))
                || language.negators().lengthAt(sentence, last, last + 1) > 0;
        return unfinished && clauses.isFull(before) && deniedBefore(clauses.start(before), clauses.end(before));
    }

    private boolean isAside(int index) {
        return !clauses.isFull(index)
                || ASIDES.lengthAt(sentence, clauses.start(index)) == clauses.end(index) - clauses.start(index);
    }

    /** "… is only available on Enterprise, not on your plan". */
    private boolean isTakenFromCustomer() {
        int next = clause + 1;
        if (next >= clauses.count() || clauses.join(next) != Gap.COMMA || clauses.end(next) - clauses.start(next) < 3) {
            return false;
        }
        int start = clauses.start(next);
        boolean denies = sentence.word(start).equals("not")
                || sentence.word(start).equals("nicht")
                || sentence.word(start).equals("pas");
        return denies
                && switch (sentence.word(start + 2)) {
                    case "your", "you", "ihrem", "ihren", "ihr", "sie", "votre", "vous" -> true;
                    default -> false;
                };
    }

    private boolean restricts(int word) {
        return switch (sentence.word(word)) {
            case "only", "just", "but", "rather", "instead", "nur", "sondern", "lediglich", "seulement", "mais" -> true;
            default -> false;
        };
    }

    /** "neither …, nor …", "no a, b or c": something joins the part to what came before, or it is the rest of an interrupted clause. */
    private boolean isListed() {
        for (int i = clause; i < clauses.count() && clauses.join(i) == Gap.COMMA && !clauses.isFull(i); i++) {
            for (int word = clauses.start(i); word < clauses.end(i); word++) {
                String joining = sentence.word(word);
                if (joining.equals("or")
                        || joining.equals("nor")
                        || joining.equals("oder")
                        || joining.equals("noch")
                        || joining.equals("ni")
                        || joining.equals("ou")) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean beginsDenied(int next) {
        int start = clauses.start(next);
        int end = Math.min(clauses.end(next), start + 5);
        for (int i = start; i < end; i++) {
            if (language.trailing().lengthAt(sentence, i, clauses.end(next)) > 0
                    || (language.negators().lengthAt(sentence, i) > 0
                            && language.harmless().lengthAt(sentence, i) == 0
                            && i > start)) {
                return true;
            }
        }
        return false;
    }

    /** "60 days is a myth", "… is something we stopped". */
    private boolean isPredicatedAway() {
        int end = clauses.end(clause);
        for (int i = until; i + 1 < end; i++) {
            if (language.verbs().contains(sentence.word(i))
                    && language.deniers().find(sentence, i + 1, Math.min(end, i + 4)) >= 0
                    && !language.negators().isIn(sentence, until, i)) {
                return true;
            }
        }
        if (clause + 1 < clauses.count()
                && (clauses.join(clause + 1) == Gap.NONE || language.isGerman())
                && clauses.kind(clause + 1) == Kind.RELATIVE) {
            int next = clause + 1;
            int subject = clauses.start(next) + 1;
            return subject < clauses.end(next)
                    && isUs(sentence.word(subject))
                    && deniedBehind(subject, Math.min(clauses.end(next), subject + 3));
        }
        return false;
    }

    private static boolean isUs(String word) {
        return word.equals("we") || word.equals("i") || word.equals("wir") || word.equals("nous");
    }
}
