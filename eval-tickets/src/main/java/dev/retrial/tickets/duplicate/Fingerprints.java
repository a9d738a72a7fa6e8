package dev.retrial.tickets.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apiguardian.api.API;

/**
 * From texts to what is compared, step by step: {@link #words words} without boilerplate, {@link #lines the lines} that a batch may learn
 * to leave out, {@link #shingles shingles}, {@link #bands bands}. The same steps for one machine and for an engine over many. Holds
 * buffers, so it is for one thread.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Fingerprints {

    /** More of a ticket is not looked at: nobody says the same for twenty thousand words by chance. */
    private static final int MOST_WORDS = 20_000;

    private static final int MOST_CHARACTERS = 1 << 20;
    /** The header of a line: how many words it has, and these two bits. */
    private static final int HEADER_BITS = 2;

    private static final int STARTS_TURN = 1;
    private static final int BY_AGENT = 2;
    /** Of a ticket with more turns by the agent, the first ones are held against what is known. */
    private static final int MOST_VIEWS = 16;

    private final SignatureKey key;
    private final Similarity similarity;
    private final int seed;
    private final Words words = new Words();
    private final int[] multipliers;
    private final int[] masks;
    private final int[] minima;
    private int[] record = new int[512];
    private int length;
    private boolean turnOpened;
    private int byAgent;

    /** For near-copies. */
    public Fingerprints(SignatureKey key) {
        this(key, Similarity.COPIES);
    }

    Fingerprints(SignatureKey key, Similarity similarity) {
        this.key = key;
        this.similarity = similarity;
        this.seed = (int) key.hash(1, 0);
        int values = similarity.values();
        multipliers = new int[values];
        masks = new int[values];
        minima = new int[values];
        for (int i = 0; i < values; i++) {
            long drawn = key.hash(2, i);
            multipliers[i] = (int) drawn | 1;
            masks[i] = (int) (drawn >>> 32);
        }
    }

    /**
     * The words of the turns without greetings, signatures, disclaimers and quoted history, as hashes: per line or sentence a header and
     * its words. A ticket that is nothing but boilerplate is taken as it is.
     */
    public int[] words(ComparedText text) {
        length = 0;
        for (ComparedText.Said said : text.said()) {
            String all = bounded(said.text());
            turnOpened = false;
            byAgent = said.byAgent() ? BY_AGENT : 0;
            Boilerplate.strip(all, (from, to) -> sentences(all, from, to));
        }
        if (length == 0) {
            for (ComparedText.Said said : text.said()) {
                String all = bounded(said.text());
                turnOpened = false;
                byAgent = said.byAgent() ? BY_AGENT : 0;
                sentences(all, 0, all.length());
            }
        }
        return Arrays.copyOf(record, length);
    }

    private static String bounded(String text) {
        return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    }

    private void sentences(String text, int from, int to) {
        int start = from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n'
                    || c == '\u3002'
                    || ((c == '.' || c == '!' || c == '?') && i + 1 < to && text.charAt(i + 1) <= ' ');
            if (ends) {
                sentence(text, start, i + 1);
                start = i + 1;
            }
        }
        sentence(text, start, to);
    }

    private void sentence(String text, int from, int to) {
        if (length >= MOST_WORDS) {
            return;
        }
        words.clear();
        words.add(text, from, to, MOST_WORDS - length);
        int count = words.size();
        if (count == 0) {
            return;
        }
        if (length + count + 1 > record.length) {
            record = Arrays.copyOf(record, Math.max(record.length * 2, length + count + 1));
        }
        record[length++] = count << HEADER_BITS | (turnOpened ? 0 : STARTS_TURN) | byAgent;
        turnOpened = true;
        for (int i = 0; i < count; i++) {
            record[length++] = words.at(i) ^ seed;
        }
    }

    /** For each turn of the agent what {@link #words} would give of {@link ComparedText#upTo} there. */
    List<int[]> views(int[] words, int end) {
        List<int[]> views = new ArrayList<>(4);
        int[] customer = new int[end];
        int said = 0;
        for (int at = 0; at < end && views.size() < MOST_VIEWS; ) {
            int from = at;
            int agent = words[at] & BY_AGENT;
            do {
                at += (words[at] >>> HEADER_BITS) + 1;
            } while (at < end && (words[at] & STARTS_TURN) == 0);
            if (agent == 0) {
                System.arraycopy(words, from, customer, said, at - from);
                said += at - from;
            } else {
                int[] view = Arrays.copyOf(customer, said + at - from);
                System.arraycopy(words, from, view, said, at - from);
                views.add(view);
            }
        }
        return views;
    }

    /** A hash of each different line of what {@link #words} gave, ascending. */
    public static long[] lines(int[] words) {
        return lines(words, words.length);
    }

    static long[] lines(int[] words, int end) {
        int count = 0;
        for (int at = 0; at < end; at += (words[at] >>> HEADER_BITS) + 1) {
            count++;
        }
        long[] lines = new long[count];
        count = 0;
        for (int at = 0; at < end; at += (words[at] >>> HEADER_BITS) + 1) {
            lines[count++] = line(words, at);
        }
        Arrays.sort(lines);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || lines[i] != lines[i - 1]) {
                lines[distinct++] = lines[i];
            }
        }
        return distinct == count ? lines : Arrays.copyOf(lines, distinct);
    }

    private static long line(int[] words, int header) {
        long hash = 0x9E37_79B9_7F4A_7C15L;
        int end = header + 1 + (words[header] >>> HEADER_BITS);
        for (int i = header + 1; i < end; i++) {
            hash = (hash ^ words[i]) * 0xff51_afd7_ed55_8ccdL;
            hash ^= hash >>> 32;
        }
        return hash;
    }

    /** The shingles of what {@link #words} gave without the shared lines: each once, ascending. No shingle joins two turns. */
    public int[] shingles(int[] words, SharedLines shared) {
        int[] into = new int[words.length + 1];
        int count = shingles(words, words.length, shared, into);
        return Arrays.copyOf(into, count);
    }

    /** Fills an array as long as the words and returns how many there are. */
    int shingles(int[] words, int end, SharedLines shared, int[] into) {
        boolean dropping = !shared.isEmpty() && dropped(words, end, shared);
        int count = 0;
        int held = 0;
        int first = 0;
        int second = 0;
        boolean shingled = false;
        for (int at = 0; at < end; ) {
            int next = at + (words[at] >>> HEADER_BITS) + 1;
            if ((words[at] & STARTS_TURN) != 0) {
                count = rest(first, second, held, shingled, into, count);
                held = 0;
                shingled = false;
            }
            if (!(dropping && shared.contains(line(words, at)))) {
                for (int i = at + 1; i < next; i++) {
                    int word = words[i];
                    if (similarity.words() == 1) {
                        into[count++] = key.hash(word, 0, 0, 1);
                    } else if (held < similarity.words() - 1) {
                        first = held == 0 ? word : first;
                        second = word;
                        held++;
                    } else {
                        into[count++] = key.hash(first, second, word, 3);
                        first = second;
                        second = word;
                        shingled = true;
                    }
                }
            }
            at = next;
        }
        count = rest(first, second, held, shingled, into, count);
        Arrays.sort(into, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || into[i] != into[i - 1]) {
                into[distinct++] = into[i];
            }
        }
        return distinct;
    }

    /** A turn of one or two words is a shingle of its own. */
    private int rest(int first, int second, int held, boolean shingled, int[] into, int count) {
        if (held > 0 && !shingled && similarity.words() > 1) {
            into[count] = key.hash(first, held == 1 ? 0 : second, 0, held);
            return count + 1;
        }
        return count;
    }

    /** Whether there are shared lines and they are less than three quarters: from there on they are what the ticket says. */
    private static boolean dropped(int[] words, int end, SharedLines shared) {
        int all = 0;
        int lost = 0;
        for (int at = 0; at < end; at += (words[at] >>> HEADER_BITS) + 1) {
            int count = words[at] >>> HEADER_BITS;
            all += count;
            if (shared.contains(line(words, at))) {
                lost += count;
            }
        }
        return lost > 0 && lost * 4L < all * 3L;
    }

    /** One number for a set of shingles: equal sets, equal numbers. */
    public long identity(int[] shingles) {
        return identity(shingles, shingles.length);
    }

    long identity(int[] shingles, int count) {
        long hash = count;
        for (int i = 0; i < count; i++) {
            hash = (hash ^ shingles[i]) * 0x9E37_79B9_7F4A_7C15L;
            hash ^= hash >>> 29;
        }
        return key.hash(hash, count);
    }

    /** The hash of each band, for a set with at least one shingle. */
    public int[] bands(int[] shingles) {
        int[] into = new int[similarity.bands()];
        bands(shingles, shingles.length, into);
        return into;
    }

    void bands(int[] shingles, int count, int[] into) {
        bandsOf(minima(shingles, count), similarity, into);
    }

    static void bandsOf(int[] values, Similarity similarity, int[] into) {
        for (int band = 0; band < similarity.bands(); band++) {
            long hash = band;
            for (int row = 0; row < similarity.rows(); row++) {
                hash = (hash ^ values[band * similarity.rows() + row]) * 0xff51_afd7_ed55_8ccdL;
                hash ^= hash >>> 32;
            }
            into[band] = (int) hash;
        }
    }

    /** The MinHash values; the array is used again by the next call. */
    int[] minima(int[] shingles, int count) {
        int[] least = minima;
        int[] multiply = multipliers;
        int[] mask = masks;
        Arrays.fill(least, Integer.MAX_VALUE);
        for (int i = 0; i < count; i++) {
            int shingle = shingles[i];
            // One plain loop over arrays of ints, which the JIT turns into vector instructions.
            for (int k = 0; k < least.length; k++) {
                int hash = (shingle ^ mask[k]) * multiply[k];
                hash = (hash ^ (hash >>> 15)) * 0x2c1b3c6d;
                hash ^= hash >>> 13;
                least[k] = Math.min(least[k], hash);
            }
        }
        return least;
    }

    /** The signature of a text by itself, whatever batch it comes in: what is kept of a rejected ticket. */
    public Signature signature(ComparedText text) {
        int[] shingles = shingles(words(text), SharedLines.NONE);
        return Signature.of(minima(shingles, shingles.length), shingles.length);
    }
}
