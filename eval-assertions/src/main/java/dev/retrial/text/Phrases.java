package dev.retrial.text;

import java.util.BitSet;
import java.util.List;
import org.apiguardian.api.API;

/** Several phrases that are looked for at once: the text is read once, however many they are. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Phrases {

    private final Phrase[] phrases;

    /** The phrases to look for; their places in this list are what {@link #in} answers with. */
    public Phrases(List<Phrase> phrases) {
        this.phrases = phrases.toArray(new Phrase[0]);
    }

    /** Which of the phrases the text says: those whose {@link Phrase#isIn} is true. */
    public BitSet in(String text) {
        BitSet said = new BitSet(phrases.length);
        if (phrases.length == 0) {
            return said;
        }
        // Bit i: the tokens 0 to i of the phrase are the last ones read.
        long[] read = new long[phrases.length];
        for (int i = 0; i < phrases.length; i++) {
            if (phrases[i].length() > Long.SIZE && phrases[i].isIn(text)) {
                said.set(i);
            }
        }
        Tokens cursor = new Tokens(text);
        while (cursor.next()) {
            for (int i = 0; i < phrases.length; i++) {
                Phrase phrase = phrases[i];
                if (!said.get(i) && phrase.length() <= Long.SIZE) {
                    read[i] = phrase.advance(read[i], cursor);
                    if ((read[i] >>> (phrase.length() - 1)) != 0) {
                        said.set(i);
                    }
                }
            }
        }
        return said;
    }
}
