package dev.retrial.statement;

import java.util.Set;

/**
 * The words by which a language denies, asks, supposes and reports.
 *
 * @param code its ISO 639 code
 * @param common words by which the language is recognised
 * @param subjects pronouns and other words that begin a clause as its subject
 * @param verbs finite verbs that are frequent in replies; a part of a sentence with none of these and no subject is no clause
 * @param questions words with which a question begins
 * @param negators words that deny their clause
 * @param trailing what denies a clause from behind, by itself
 * @param prepositions what denies only the words that follow it
 * @param harmless what holds such a word and denies nothing
 * @param deniers verbs and adjectives that deny what is said to be so
 * @param factive verbs that leave what follows true though they are denied themselves
 * @param needless what is denied where something comes without a condition: "no card needed to get"
 * @param coordinators words that begin a further clause where a subject follows
 * @param contrasts words that begin a clause which is set against the one before
 * @param reasons words that begin a clause with a reason
 * @param conditions words that begin a condition
 * @param exceptions conditions that leave the rest of the sentence true
 * @param inversions first words of a condition without "if"
 * @param whether words that begin an indirect question
 * @param complements words that begin what is said, known or promised
 * @param relatives words that begin a clause about a noun
 * @param reports verbs by which it is told what somebody said
 * @param customers what shows that it was the customer who said it
 * @param confirms "as" before such a verb
 * @param corrections words that put something right
 * @param regrets words that put right what is reported in the same sentence
 * @param turns first words of a sentence that is set against the one before
 * @param echoes first words of a sentence about what was just said
 * @param hypotheses verbs of what would be
 * @param performatives what sounds so and only introduces a statement
 * @param plans words of what may be one day
 */
record Language(
        String code,
        Set<String> common,
        Set<String> subjects,
        Set<String> verbs,
        Set<String> questions,
        Cues negators,
        Cues trailing,
        Cues prepositions,
        Cues harmless,
        Cues deniers,
        Cues factive,
        Cues needless,
        Set<String> coordinators,
        Set<String> contrasts,
        Cues reasons,
        Cues conditions,
        Cues exceptions,
        Set<String> inversions,
        Cues whether,
        Cues complements,
        Cues relatives,
        Cues reports,
        Cues customers,
        Cues confirms,
        Cues corrections,
        Cues regrets,
        Cues turns,
        Cues echoes,
        Cues hypotheses,
        Cues performatives,
        Cues plans) {

    boolean isEnglish() {
        return code.equals("en");
    }

    boolean isGerman() {
        return code.equals("de");
    }

    boolean isFrench() {
        return code.equals("fr");
    }

    /** The language of a sentence, by its commonest words; {@code otherwise} where they do not tell. */
    static Language of(Sentence sentence, Language otherwise) {
        int english = votes(sentence, Languages.ENGLISH);
        int german = votes(sentence, Languages.GERMAN);
        int french = votes(sentence, Languages.FRENCH);
        int best = Math.max(english, Math.max(german, french));
        if (best == 0 || (best == english ? 1 : 0) + (best == german ? 1 : 0) + (best == french ? 1 : 0) > 1) {
            return otherwise;
        }
        return best == english ? Languages.ENGLISH : best == german ? Languages.GERMAN : Languages.FRENCH;
    }

    private static int votes(Sentence sentence, Language language) {
        int votes = 0;
        for (int i = 0; i < sentence.size(); i++) {
            votes += language.common.contains(sentence.word(i)) ? 1 : 0;
        }
        return votes;
    }
}
