package dev.retrial.statement;

import java.util.Arrays;

/** The clauses of a sentence, and what each is to the others. */
final class Clauses {

    /** What a clause is. */
    enum Kind {
        /** Stands for itself. */
        MAIN,
        /** Is set against the one before: "but …". */
        CONTRAST,
        /** Gives a reason. */
        REASON,
        /** Says under what condition. */
        CONDITION,
        /** Asks indirectly. */
        WHETHER,
        /** Is what the one before says, knows or promises. */
        COMPLEMENT,
        /** Belongs to a noun of the one before. */
        RELATIVE
    }

    /** A condition in form only. */
    private static final Cues PLEASE = Cues.of("s' il vous pla\u00EEt|s' il te pla\u00EEt");

    private final Sentence sentence;
    private final Language language;
    private int[] starts = new int[8];
    private Kind[] kinds = new Kind[8];
    private Sentence.Gap[] joins = new Sentence.Gap[8];
    private boolean[] full = new boolean[8];
    private int count;

    Clauses(Sentence sentence, Language language) {
        this.sentence = sentence;
        this.language = language;
        for (int i = 0; i < sentence.size(); i++) {
            boolean opens = i == 0 || sentence.gapBefore(i) != Sentence.Gap.NONE;
            Kind kind = kindAt(i, opens);
            if (opens || kind != Kind.MAIN || beginsFurther(i)) {
                add(i, kind, sentence.gapBefore(i));
            }
        }
        for (int i = 0; i < count; i++) {
            full[i] = hasSubjectOrVerb(i);
        }
    }

    int count() {
        return count;
    }

    int start(int clause) {
        return starts[clause];
    }

    int end(int clause) {
        return clause + 1 < count ? starts[clause + 1] : sentence.size();
    }

    Kind kind(int clause) {
        return kinds[clause];
    }

    Sentence.Gap join(int clause) {
        return joins[clause];
    }

    /** Whether it has a verb or a subject of its own, as far as can be told; otherwise it is a part of a list or an aside. */
    boolean isFull(int clause) {
        return full[clause];
    }

    /** The clause in which the word stands. */
    int of(int word) {
        int found = Arrays.binarySearch(starts, 0, count, word);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }

    private Kind kindAt(int i, boolean opens) {
        String word = sentence.word(i);
        int condition = language.conditions().lengthAt(sentence, i);
        if (condition > 0 && (opens || !isPastIn(i)) && !isTime(word, i, opens) && PLEASE.lengthAt(sentence, i) == 0) {
            return Kind.CONDITION;
        }
        if (opens && !sentence.isQuestion() && isInvertedCondition(i)) {
            return Kind.CONDITION;
        }
        if (language.whether().lengthAt(sentence, i) > 0) {
            return Kind.WHETHER;
        }
        if (language.contrasts().contains(word) && (opens || isContrastAnywhere(word))) {
            return Kind.CONTRAST;
        }
        if (!opens && language.complements().lengthAt(sentence, i) > 0 && isComplement(i)) {
            return Kind.COMPLEMENT;
        }
        if (opens
                && i > 0
                && language.complements().lengthAt(sentence, i) > 0
                && (subjectAt(i + 1) || !language.isEnglish())) {
            return Kind.COMPLEMENT;
        }
        if (language.reasons().lengthAt(sentence, i) > 0 && (opens || subjectAt(i + 1))) {
            return Kind.REASON;
        }
        if (i > 0 && isIndirectQuestion(i, opens)) {
            return Kind.WHETHER;
        }
        if (language.relatives().lengthAt(sentence, i) > 0 && i > 0 && !sentence.isQuestion()) {
            return Kind.RELATIVE;
        }
        return opens && i > 0 && isGermanRelative(i) ? Kind.RELATIVE : Kind.MAIN;
    }

    private boolean isGermanRelative(int i) {
        return language.isGerman()
                && sentence.gapBefore(i) == Sentence.Gap.COMMA
                && switch (sentence.word(i)) {
                    case "der", "die", "das", "den", "dem", "denen", "dessen", "deren" -> true;
                    default -> false;
                };
    }

    /** "I don't know who …", "ich weiß nicht, woher …". */
    private boolean isIndirectQuestion(int i, boolean opens) {
        String before = sentence.word(i - 1);
        return switch (sentence.word(i)) {
            case "who", "where", "why", "how", "what", "which", "qui", "comment", "pourquoi" ->
                switch (before) {
                    case "know",
                            "wonder",
                            "sure",
                            "see",
                            "understand",
                            "idea",
                            "ask",
                            "find",
                            "explain",
                            "clear",
                            "sais",
                            "pas",
                            "savoir" -> true;
                    default -> false;
                };
            case "wer", "woher", "warum", "wieso", "weshalb" -> opens && !sentence.isQuestion();
            default -> false;
        };
    }

    private boolean digitAt(int i) {
        return i < sentence.size() && Character.isDigit(sentence.word(i).charAt(0));
    }

    /** "until 2 March", "once more": no condition, for no clause follows. */
    private boolean isTime(String word, int i, boolean opens) {
        return switch (word) {
            case "until", "bis", "jusqu'" -> !subjectAt(i + 1);
            case "once" -> !opens && !subjectAt(i + 1);
            default -> false;
        };
    }

    /** The others also stand within a clause: "60 Tage haben Sie aber nicht". */
    private static boolean isContrastAnywhere(String word) {
        return switch (word) {
            case "but", "although", "though", "whereas", "while", "mais" -> true;
            default -> false;
        };
    }

    /** "ne … que" restricts and "which that" compares; neither begins what is said. */
    private boolean isComplement(int i) {
        String before = sentence.word(i - 1);
        return !before.equals("plus")
                && !before.equals("moins")
                && (subjectAt(i + 1) || !language.isFrench() || digitAt(i + 1))
                && !isFrenchRestriction(i);
    }

    private boolean isFrenchRestriction(int i) {
        return language.isFrench() && ((i > 1 && isNe(sentence.word(i - 2))) || (i > 2 && isNe(sentence.word(i - 3))));
    }

    private static boolean isNe(String word) {
        return word.equals("n'") || word.equals("ne");
    }

    /** A condition that is only a word of its clause, such as "as if" or a verb "sollte" behind its subject. */
    private boolean isPastIn(int i) {
        String word = sentence.word(i);
        String before = sentence.word(i - 1);
        boolean verb = language.inversions().contains(word);
        return verb || before.equals("as") || before.equals("wie") || (before.equals("for") && word.equals("once"));
    }

    private boolean isInvertedCondition(int i) {
        return language.inversions().contains(sentence.word(i)) && i + 1 < sentence.size() && subjectAt(i + 1);
    }

    private boolean beginsFurther(int i) {
        return language.coordinators().contains(sentence.word(i))
                && i + 1 < sentence.size()
                && (pronounAt(i + 1)
                        || verbFollows(i + 1)
                        || isNe(sentence.word(i + 1))
                        || language.verbs().contains(sentence.word(i + 1)));
    }

    private boolean pronounAt(int i) {
        return switch (sentence.word(i)) {
            case "i",
                    "you",
                    "we",
                    "they",
                    "he",
                    "she",
                    "it",
                    "i'm",
                    "i've",
                    "i'll",
                    "you'll",
                    "you've",
                    "we've",
                    "we'll",
                    "it's",
                    "there's",
                    "there",
                    "you're",
                    "we're",
                    "that's",
                    "ich",
                    "wir",
                    "sie",
                    "er",
                    "es",
                    "je",
                    "j'",
                    "nous",
                    "vous",
                    "il",
                    "elle",
                    "ils",
                    "elles",
                    "c'" -> true;
            default -> false;
        };
    }

    /** Behind "and": "the window is …", "your refund has …". */
    private boolean verbFollows(int from) {
        if (!subjectAt(from)) {
            return false;
        }
        for (int i = from + 1; i < sentence.size() && i < from + 5; i++) {
            if (sentence.gapBefore(i) != Sentence.Gap.NONE
                    || language.coordinators().contains(sentence.word(i))) {
                return false;
            }
            if (language.verbs().contains(sentence.word(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean subjectAt(int i) {
        return i < sentence.size() && language.subjects().contains(sentence.word(i));
    }

    private boolean hasSubjectOrVerb(int clause) {
        int words = end(clause) - start(clause);
        if (words > 10) {
            return true;
        }
        for (int i = start(clause); i < end(clause); i++) {
            if (language.verbs().contains(sentence.word(i))) {
                return true;
            }
        }
        return words > 1 && pronounAt(start(clause));
    }

    private void add(int at, Kind kind, Sentence.Gap join) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            kinds = Arrays.copyOf(kinds, count * 2);
            joins = Arrays.copyOf(joins, count * 2);
            full = Arrays.copyOf(full, count * 2);
        }
        starts[count] = at;
        kinds[count] = kind;
        joins[count++] = join;
    }
}
