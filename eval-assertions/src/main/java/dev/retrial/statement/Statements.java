package dev.retrial.statement;

import dev.retrial.text.Phrase;
import dev.retrial.text.PhraseSieve;
import dev.retrial.text.Span;
import java.lang.ref.WeakReference;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a reply states, told from what it denies, asks, quotes, corrects, supposes or plans; clause by clause, in English, German and French.
 *
 * <p>The rules are words and their order, not a model: the same reply always gives the same answer.
 * Finding all mentions of a phrase takes time in proportion to the reply.
 * Not to be shared between threads.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Statements {

    private static final int KEPT = 8;
    private static final int REMEMBERED = 32;
    private static final int VOTERS = 20;

    /** Those that this thread has read last: half a dozen checks ask for the same replies, one after the other. */
    private static final ThreadLocal<WeakReference<Statements>[]> RECENT = ThreadLocal.withInitial(Statements::none);

    private final String text;
    private @Nullable Sentences sentences;
    private @Nullable Beginnings beginnings;
    private @Nullable PhraseSieve sieve;
    private final @Nullable Reading[] kept = new Reading[KEPT];
    private final int[] keptIndex = new int[KEPT];
    private @Nullable Language otherwise;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static WeakReference<Statements>[] none() {
        return new WeakReference[REMEMBERED];
    }

    private Statements(String text) {
        this.text = text;
    }

    /** The reply. */
    public String text() {
        return text;
    }

    /** Where the reply says the phrase first, or null; to look for many phrases costs hardly more than to look for one. */
    public @Nullable Span find(Phrase phrase) {
        PhraseSieve words = sieve;
        if (words == null) {
            words = PhraseSieve.of(text);
            sieve = words;
        }
        return words.mayHold(phrase) ? phrase.find(text) : null;
    }

    /** Whether the cues may be in the reply; where it is false, they are not. */
    boolean mayHave(Cues cues) {
        Beginnings said = beginnings;
        if (said == null) {
            said = Beginnings.of(text);
            beginnings = said;
        }
        return cues.mayBeAmong(said);
    }

    /** The sentences, which most replies that are looked through for rare words never need. */
    private Sentences sentences() {
        Sentences known = sentences;
        if (known == null) {
            known = new Sentences(text);
            sentences = known;
        }
        return known;
    }

    /** What this reply states. */
    @SuppressWarnings("ReferenceEquality") // Two equal replies may as well be read twice.
    public static Statements of(String reply) {
        WeakReference<Statements>[] recent = RECENT.get();
        int slot = reply.hashCode() & (recent.length - 1);
        WeakReference<Statements> reference = recent[slot];
        Statements known = reference == null ? null : reference.get();
        if (known == null || known.text != reply) {
            known = new Statements(reply);
            recent[slot] = new WeakReference<>(known);
        }
        return known;
    }

    /** The first place where the reply affirms the phrase, or null where it says it nowhere or only otherwise. */
    public static @Nullable Span affirmed(Phrase phrase, String reply) {
        Span mention = phrase.find(reply);
        return mention == null ? null : of(reply).affirmedFrom(phrase, mention);
    }

    /** The first affirmed mention of the phrase from this mention on, or null. */
    public @Nullable Span affirmedFrom(Phrase phrase, Span first) {
        Span mention = first;
        while (mention != null) {
            if (stance(mention) == Stance.AFFIRMED) {
                return mention;
            }
            mention = phrase.find(text, mention.end());
        }
        return null;
    }

    /** How what stands here in the reply is meant. */
    public Stance stance(Span mention) {
        if (sentences().isQuoted(mention.start(), mention.end())) {
            return Stance.QUOTED;
        }
        Reading reading = reading(sentences().at(mention.start()));
        int from = reading.sentence.wordAt(mention.start());
        int until = from;
        while (until < reading.sentence.size() && reading.sentence.startOf(until) < mention.end()) {
            until++;
        }
        return new MentionStance(this, reading, from, until).read();
    }

    /** The sentence around this place. */
    Reading readingAt(int offset) {
        return reading(sentences().at(offset));
    }

    boolean isQuoted(int from, int until) {
        return sentences().isQuoted(from, until);
    }

    int sentenceCount() {
        return sentences().count();
    }

    /** The sentence of this number, with its clauses. */
    Reading reading(int index) {
        int slot = index % KEPT;
        Reading reading = kept[slot];
        if (reading == null || keptIndex[slot] != index) {
            Sentence sentence = sentence(index);
            Language language = Language.of(sentence, otherwise());
            reading = new Reading(index, sentence, language, new Clauses(sentence, language));
            kept[slot] = reading;
            keptIndex[slot] = index;
        }
        return reading;
    }

    private Sentence sentence(int index) {
        return new Sentence(
                text,
                sentences().start(index),
                sentences().end(index),
                sentences().isQuestion(index));
    }

    /** The language of a sentence that does not tell its own: that of the reply's first sentences. */
    private Language otherwise() {
        Language known = otherwise;
        if (known == null) {
            known = Languages.ENGLISH;
            int german = 0;
            int french = 0;
            int english = 0;
            for (int i = 0; i < sentences().count() && i < VOTERS; i++) {
                Language one = Language.of(sentence(i), Languages.ENGLISH);
                german += one.isGerman() ? 1 : 0;
                french += one.isFrench() ? 1 : 0;
                english += one.isEnglish() ? 1 : 0;
            }
            if (german > english && german >= french) {
                known = Languages.GERMAN;
            } else if (french > english && french > german) {
                known = Languages.FRENCH;
            }
            otherwise = known;
        }
        return known;
    }

    /**
     * A sentence, taken apart.
     *
     * @param index its number in the reply
     * @param sentence its words
     * @param language its language
     * @param clauses its clauses
     */
    record Reading(int index, Sentence sentence, Language language, Clauses clauses) {}
}
