package dev.retrial.statement;

import dev.retrial.statement.Statements.Reading;

/** Tells whether a clause says that something has been done, by the agent or for it; not what will, can, should or used to be. */
final class PastActs {

    private static final Cues ENGLISH_MODALS = Cues.of(
            "will|i'll|we'll|you'll|it'll|they'll|that'll|he'll|she'll|won't|going|shall|can|cannot|can't|could|may|might"
                    + "|would|i'd|we'd|you'd|should|must|to|be|being|get|getting|let|want|need|please|gonna|cant|if|able");

    private static final Cues GERMAN_MODALS = Cues.of(
            "wird|werden|werde|kann|k\u00F6nnen|k\u00F6nnte*|m\u00F6cht*|w\u00FCrd*|soll*|darf|d\u00FCrfen|muss|m\u00FCssen|lassen|sobald");

    private static final Cues FRENCH_MODALS = Cues.of(
            "sera|serez|seront|serons|serai|serait|seriez|vais|allons|va|allez|peux|peut|pouvons|pouvez|pourr*|voul*|souhait*"
                    + "|devr*|dois|doit|\u00EAtre|ferai|ferons|d\u00E8s|aimer*");

    private static final Cues PASSIVE = Cues.of("been|got|gotten");

    private static final Cues OURS = Cues.of(
            "i|we|i've|we've|our|my|having|just|ich|wir|unser|unsere|mein|j'|je|nous|notre|mon|the team|support");

    private PastActs() {}

    /** Whether the verb that has the words from {@code from} to {@code until} tells of what was done. */
    static boolean isDone(Reading reading, int from, int until) {
        if (reading.language().isGerman()) {
            return isDoneInGerman(reading, from, until);
        }
        return reading.language().isFrench() ? isDoneInFrench(reading, from) : isDoneInEnglish(reading, from, until);
    }

    /** Whether the clause before the mention says that it is yet to come, or could be; for phrases that are no participles. */
    static boolean isYetToCome(Reading reading, int from) {
        Cues modals = reading.language().isGerman()
                ? GERMAN_MODALS
                : reading.language().isFrench() ? FRENCH_MODALS : ENGLISH_MODALS;
        return modals.isIn(reading.sentence(), start(reading, from), from);
    }

    private static int start(Reading reading, int word) {
        return reading.clauses().start(reading.clauses().of(word));
    }

    private static boolean isDoneInEnglish(Reading reading, int from, int until) {
        Sentence sentence = reading.sentence();
        int start = start(reading, from);
        for (int i = from - 1; i >= start; i--) {
            String word = sentence.word(i);
            switch (word) {
                case "have", "has", "had", "i've", "we've", "you've", "they've", "it's", "hasn't", "haven't" -> {
                    boolean passive = PASSIVE.isIn(sentence, i + 1, from);
                    return !isModalBefore(sentence, start, i) && (passive || isOurs(sentence, start, i));
                }
                case "was", "were", "having", "got" -> {
                    return !isModalBefore(sentence, start, i);
                }
                case "i", "we" -> {
                    return true;
                }
                case "is", "that's" -> {
                    return isDefinite(sentence.word(start));
                }
                case "are", "you're" -> {
                    return sentence.word(start).equals("your")
                            || sentence.word(start).equals("both");
                }
                case "you", "they", "he", "she", "who", "customers" -> {
                    return false;
                }
                case "the", "a", "an", "your", "any", "this", "that", "all" -> {
                    if (i == from - 1) {
                        return false;
                    }
                }
                default -> {
                    if (ENGLISH_MODALS.lengthAt(sentence, i) > 0) {
                        return false;
                    }
                }
            }
        }
        int first = start;
        while (first < from && isFiller(sentence.word(first))) {
            first++;
        }
        return first == from ? isNoAdjective(sentence, until) : OURS.lengthAt(sentence, start) > 0;
    }

    private static boolean isModalBefore(Sentence sentence, int start, int auxiliary) {
        for (int i = auxiliary - 1; i >= start && i >= auxiliary - 3; i--) {
            if (ENGLISH_MODALS.lengthAt(sentence, i) > 0) {
                return true;
            }
            String word = sentence.word(i);
            if (word.equals("i") || word.equals("we") || word.equals("has") || word.equals("have")) {
                break;
            }
        }
        return false;
    }

    /** Whether the agent, or somebody with it, is who did it. */
    private static boolean isOurs(Sentence sentence, int start, int auxiliary) {
        String word = sentence.word(auxiliary);
        if (word.equals("i've") || word.equals("we've")) {
            return true;
        }
        if (word.startsWith("you") || word.startsWith("they")) {
            return false;
        }
        for (int i = auxiliary - 1; i >= start && i >= auxiliary - 4; i--) {
            switch (sentence.word(i)) {
                case "i", "we" -> {
                    return true;
                }
                case "you", "they", "he", "she", "who" -> {
                    return false;
                }
                default -> {}
            }
        }
        return auxiliary == start || OURS.lengthAt(sentence, start) > 0;
    }

    private static boolean isDefinite(String first) {
        return switch (first) {
            case "your", "this", "it", "that", "that's", "it's", "everything", "the", "done" -> true;
            default -> false;
        };
    }

    private static boolean isFiller(String word) {
        return switch (word) {
            case "done",
                    "yes",
                    "great",
                    "and",
                    "good",
                    "all",
                    "ok",
                    "okay",
                    "successfully",
                    "already",
                    "just",
                    "also",
                    "fully",
                    "then",
                    "now",
                    "have",
                    "erledigt",
                    "schon",
                    "bereits",
                    "voil\u00E0" -> true;
            default -> false;
        };
    }

    /** "Refunded orders cannot …" says what kind of orders. */
    private static boolean isNoAdjective(Sentence sentence, int until) {
        if (until >= sentence.size() || sentence.gapBefore(until) != Sentence.Gap.NONE) {
            return true;
        }
        String next = sentence.word(until);
        return Character.isDigit(next.charAt(0))
                || switch (next) {
                    case "to",
                            "the",
                            "your",
                            "it",
                            "you",
                            "in",
                            "this",
                            "that",
                            "and",
                            "as",
                            "on",
                            "with",
                            "for",
                            "back",
                            "both",
                            "all",
                            "them",
                            "today",
                            "just",
                            "from",
                            "a",
                            "an",
                            "everything",
                            "via",
                            "ihnen",
                            "den",
                            "das" -> true;
                    default -> false;
                };
    }

    private static boolean isDoneInGerman(Reading reading, int from, int until) {
        Sentence sentence = reading.sentence();
        int clause = reading.clauses().of(from);
        int start = reading.clauses().start(clause);
        int end = reading.clauses().end(clause);
        boolean ours = false;
        boolean has = false;
        boolean theirs = false;
        boolean state = false;
        for (int i = start; i < end; i++) {
            switch (sentence.word(i)) {
                case "wurde", "wurden", "worden" -> {
                    return true;
                }
                case "ich", "wir", "unser", "unsere", "mein", "meine" -> ours = true;
                case "habe", "haben", "hat", "hatte", "hatten" -> has = true;
                case "sie", "bank" -> theirs = true;
                case "ist", "sind" -> state = true;
                default -> {
                    if (GERMAN_MODALS.lengthAt(sentence, i) > 0) {
                        return false;
                    }
                }
            }
        }
        if (has) {
            String first = sentence.word(start);
            return ours || first.equals("habe") || (first.equals("haben") && !theirs);
        }
        return state || start == from || (ours && until == end) || isFiller(sentence.word(start));
    }

    private static boolean isDoneInFrench(Reading reading, int from) {
        Sentence sentence = reading.sentence();
        int start = start(reading, from);
        if (FRENCH_MODALS.isIn(sentence, start, from)) {
            return false;
        }
        for (int i = from - 1; i >= start; i--) {
            switch (sentence.word(i)) {
                case "\u00E9t\u00E9", "ai", "avons" -> {
                    return true;
                }
                case "avez", "\u00EAtes", "ont" -> {
                    return false;
                }
                case "a" -> {
                    return OURS.lengthAt(sentence, start) > 0;
                }
                case "est", "sont" -> {
                    return switch (sentence.word(start)) {
                        case "votre", "vos", "c'", "ce", "la", "le", "l'", "cette", "tout" -> true;
                        default -> false;
                    };
                }
                default -> {}
            }
        }
        return start == from || isFiller(sentence.word(start));
    }
}
