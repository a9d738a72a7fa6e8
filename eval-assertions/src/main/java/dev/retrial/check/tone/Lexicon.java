package dev.retrial.check.tone;

/** A list of words and turns of phrase that are counted in a text. English. */
final class Lexicon {

    /** What takes the edge off a statement. */
    static final Lexicon HEDGES = new Lexicon(
            "maybe",
            "perhaps",
            "possibly",
            "probably",
            "presumably",
            "apparently",
            "supposedly",
            "seemingly",
            "arguably",
            "potentially",
            "hopefully",
            "roughly",
            "somewhat",
            "likely",
            "unlikely",
            "might",
            "seems",
            "seem",
            "seemed",
            "appears to",
            "appear to",
            "i think",
            "i believe",
            "i guess",
            "i suppose",
            "i assume",
            "i'm not sure",
            "i am not sure",
            "we think",
            "we believe",
            "sort of",
            "kind of",
            "more or less",
            "to some extent",
            "as far as i know",
            "as far as we know",
            "in my opinion",
            "it could be",
            "could be that",
            "it may be",
            "may or may not",
            "not entirely sure",
            "not quite sure",
            "should be able to",
            "tends to",
            "tend to");

    /** What asks for pardon. */
    static final Lexicon APOLOGIES = new Lexicon(
            "sorry",
            "apologies",
            "apology",
            "apologize",
            "apologise",
            "apologizing",
            "apologising",
            "apologized",
            "apologised",
            "apologizes",
            "apologises",
            "we regret",
            "i regret",
            "pardon",
            "forgive us",
            "forgive me",
            "excuse the",
            "please excuse");

    private final PhraseIndex<Boolean> phrases = new PhraseIndex<>();

    Lexicon(String... entries) {
        phrases.add(true, entries);
    }

    /** Counts each place once, as the longest entry that fits it. */
    void count(String text, Tally tally) {
        phrases.scan(text, (any, start, end) -> tally.add(start, end));
    }
}
