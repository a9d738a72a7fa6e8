package dev.retrial.check;

import java.util.Collection;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Finds the word that somebody probably meant. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Nearest {

    private static final int LONGEST = 64;

    private Nearest() {}

    /**
     * The known word that is nearest to this one, or null where none is near.
     *
     * <p>Case, hyphens and underscores make no difference: {@code neverSays} means {@code never-says}.
     * Beyond that a word of three letters may have one wrong, a longer one a third of its letters; two swapped neighbours are one mistake.
     */
    public static @Nullable String to(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return null;
        }
        String wanted = bare(word);
        String nearest = null;
        int best = Integer.MAX_VALUE;
        for (String candidate : known) {
            if (candidate.length() > LONGEST) {
                continue;
            }
            String bare = bare(candidate);
            int allowed = Math.max(1, Math.min(wanted.length(), bare.length()) / 3);
            int distance = distance(wanted, bare);
            if (distance <= allowed && distance < best && distance < Math.min(wanted.length(), bare.length())) {
                best = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** A word for a message: no control characters, no more than fits into a line. */
    static String shortened(String word) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < word.length() && i < LONGEST; i++) {
            char c = word.charAt(i);
            shown.append(Character.isISOControl(c) ? '\uFFFD' : c);
        }
        return word.length() > LONGEST ? shown.append('…').toString() : shown.toString();
    }

    private static String bare(String word) {
        StringBuilder bare = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c != '-' && c != '_' && c != ' ') {
                bare.append(Character.toLowerCase(c));
            }
        }
        return bare.toString();
    }

    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
