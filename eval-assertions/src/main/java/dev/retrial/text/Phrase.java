package dev.retrial.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Words to look for in a text, compared as a reader would.
 *
 * <p>Case, white space, the form of quotes and dashes, and Markdown's emphasis make no difference.
 * Numbers are equal by value ({@code 1,002} says {@code 1002}), amounts by value and currency ({@code $89}, {@code 89 USD}, {@code US$89.00}), dates by their day ({@code 2 March 2026}, {@code March 2, 2026}, {@code 2026-03-02}).
 * A phrase begins and ends with whole words and whole numbers: {@code 10} is not in {@code 100}.
 *
 * <p>Immutable; searching takes time in proportion to the text, whatever it holds.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Phrase {

    private static final int NEAREST_WITHIN = 100_000;

    private final String written;
    private final PhraseToken[] tokens;
    private final int weight;
    private final boolean overHyphens;
    private final int[] slots;

    /** What a text has in it that says the phrase, whatever else it has, or null where nothing is known of that. */
    private final @Nullable WordTrace trace;

    private Phrase(String written, PhraseToken[] tokens, boolean overHyphens) {
        this.written = written;
        this.tokens = tokens;
        this.overHyphens = overHyphens;
        int sum = 0;
        int words = 0;
        int[] begun = new int[tokens.length];
        for (PhraseToken token : tokens) {
            sum += token.weight();
            String word = token.onlyAsWord();
            if (word != null) {
                begun[words++] = PhraseSieve.slot(word);
            }
        }
        this.weight = sum;
        this.slots = Arrays.copyOf(begun, words);
        this.trace = WordTrace.of(tokens);
    }

    /** The beginnings of those words of it which a text that says it must have as words. */
    int[] slots() {
        return slots;
    }

    /**
     * A phrase.
     *
     * @throws IllegalArgumentException where nothing of it could be looked for, or a word of it is longer than words are; the message says so without the text
     */
    public static Phrase of(String written) {
        List<PhraseToken> tokens = new ArrayList<>();
        Tokens cursor = new Tokens(written);
        while (cursor.next()) {
            if (cursor.overlong) {
                throw new IllegalArgumentException(
                        "a word of this text is longer than " + Tokens.LONGEST + " characters");
            }
            tokens.add(PhraseToken.copyOf(cursor));
        }
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("there is nothing in this text to look for");
        }
        return new Phrase(written, tokens.toArray(new PhraseToken[0]), false);
    }

    /**
     * A phrase whose words may be said in another form, as far as their endings go, and joined by hyphens: {@code 60 Tage} in "von 60 Tagen", {@code 60 days} in "a 60-day window".
     *
     * @throws IllegalArgumentException as {@link #of} does
     */
    public static Phrase inflected(String written) {
        Phrase phrase = of(written);
        List<PhraseToken> loose = new ArrayList<>();
        for (PhraseToken token : phrase.tokens) {
            if (token instanceof PhraseToken.Word word) {
                loose.add(PhraseToken.Inflected.of(word));
            } else if (!(token instanceof PhraseToken.Sign sign && sign.text().equals("-"))) {
                loose.add(token);
            }
        }
        return loose.isEmpty() ? phrase : new Phrase(written, loose.toArray(new PhraseToken[0]), true);
    }

    /** The phrase as it was written. */
    public String written() {
        return written;
    }

    /** Whether the text says it. */
    public boolean isIn(String text) {
        return find(text) != null;
    }

    /** Where the text says it first, or null. */
    public @Nullable Span find(String text) {
        return find(text, 0);
    }

    /** Where the text says it first at or behind this offset, or null. */
    public @Nullable Span find(String text, int from) {
        if (trace != null && !trace.mayBeIn(text, from)) {
            return null;
        }
        Tokens cursor = new Tokens(text, from);
        int last = tokens.length - 1;
        // starts[i]: where the tokens 0 to i, if they are the last ones read, begin; or -1.
        int[] starts = new int[tokens.length];
        Arrays.fill(starts, -1);
        while (cursor.next()) {
            if (passesOver(cursor)) {
                continue;
            }
            for (int i = last; i > 0; i--) {
                starts[i] = starts[i - 1] >= 0 && fits(i, cursor) ? starts[i - 1] : -1;
            }
            starts[0] = fits(0, cursor) ? cursor.start : -1;
            if (starts[last] >= 0) {
                return new Span(starts[last], cursor.end);
            }
        }
        return null;
    }

    /** What in the text comes nearest to it and is not it, or null where at most half of it is there. */
    public @Nullable Span nearest(String text) {
        int length = tokens.length;
        if (length == 1 || weight == 0) {
            return null;
        }
        Tokens cursor = new Tokens(text.length() > NEAREST_WITHIN ? text.substring(0, NEAREST_WITHIN) : text);
        int[] begins = new int[length];
        int[] weights = new int[length];
        int best = weight / 2;
        Span nearest = null;
        for (int read = 0; cursor.next(); read++) {
            begins[read % length] = cursor.start;
            weights[read % length] = 0;
            for (int i = 0; i < length && i <= read; i++) {
                if (fits(i, cursor)) {
                    weights[(read - i) % length] += tokens[i].weight();
                }
            }
            int complete = (read + 1) % length;
            if (read >= length - 1 && weights[complete] > best) {
                best = weights[complete];
                nearest = new Span(begins[complete], cursor.end);
            }
        }
        return nearest;
    }

    /** How many tokens it has. */
    int length() {
        return tokens.length;
    }

    /**
     * How far it is read after one more token.
     *
     * @param read bit i: the tokens 0 to i are the last ones read
     */
    long advance(long read, Tokens cursor) {
        if (passesOver(cursor)) {
            return read;
        }
        long next = 0;
        for (long open = (read << 1) | 1; open != 0; open &= open - 1) {
            int index = Long.numberOfTrailingZeros(open);
            if (index < tokens.length && fits(index, cursor)) {
                next |= 1L << index;
            }
        }
        return next;
    }

    private boolean passesOver(Tokens cursor) {
        return overHyphens && cursor.kind == Tokens.Kind.SIGN && "-".contentEquals(cursor.word);
    }

    private boolean fits(int index, Tokens cursor) {
        return !cursor.overlong && tokens[index].isSaidBy(cursor);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Phrase phrase && phrase.written.equals(written) && phrase.overHyphens == overHyphens;
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    @Override
    public String toString() {
        return written;
    }
}
