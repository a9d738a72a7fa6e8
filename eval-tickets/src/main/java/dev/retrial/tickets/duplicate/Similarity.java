package dev.retrial.tickets.duplicate;

import java.io.Serializable;

/**
 * What counts as similar. A pair is found with probability {@code 1 - (1 - s^rows)^bands} at similarity {@code s}.
 *
 * @param words how many words a shingle has, 1 to 3
 * @param bands how many bands there are
 * @param rows how many values a band has
 * @param percent the least Jaccard similarity, in hundredths
 */
record Similarity(int words, int bands, int rows, int percent) implements Serializable {

    /** Near-copies: .9999 of the pairs at .7 are found, .988 at the border itself. */
    static final Similarity COPIES = new Similarity(3, 32, 4, 60);

    /** Members of a family: single words, a third of them shared. */
    static final Similarity FAMILIES = new Similarity(1, 64, 2, 30);

    int values() {
        return bands * rows;
    }

    boolean holds(int shared, int united) {
        return united > 0 && (long) shared * 100 >= (long) united * percent;
    }
}
