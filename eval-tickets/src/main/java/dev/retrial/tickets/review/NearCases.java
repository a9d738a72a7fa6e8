package dev.retrial.tickets.review;

import dev.retrial.suite.CustomerTurn;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.ReferenceAnswer;
import dev.retrial.suite.ReferenceAnswer.ReferenceTurn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cases that a draft may tell again, the most similar one first. */
final class NearCases {

    /** From here on a case is proposed as the same story. */
    static final double NEAR = 0.3;

    private static final double SAME_CLASS = 0.05;

    private NearCases() {}

    /**
     * A case beside a draft.
     *
     * @param evalCase the case
     * @param similarity the share of words that both have, from 0 to 1
     */
    record Near(EvalCase evalCase, double similarity) {}

    /**
     * The cases that hold every word of the query.
     *
     * @param draft what they are compared with, or null where it cannot be read: then they come by name
     */
    static List<Near> find(@Nullable EvalCase draft, List<EvalCase> cases, String query) {
        Set<String> own = draft == null ? Set.of() : words(draft);
        String[] asked = query.toLowerCase(Locale.ROOT).trim().split("\\s+");
        List<Near> found = new ArrayList<>();
        for (EvalCase one : cases) {
            if (holds(one, asked)) {
                boolean sameClass = draft != null && draft.failure() != null && draft.failure() == one.failure();
                double similarity = similarity(own, words(one)) + (sameClass ? SAME_CLASS : 0);
                found.add(new Near(one, Math.min(1, similarity)));
            }
        }
        found.sort(Comparator.comparingDouble((Near near) -> -near.similarity())
                .thenComparing(near -> near.evalCase().id()));
        return found;
    }

    private static boolean holds(EvalCase evalCase, String[] asked) {
        StringBuilder text = new StringBuilder(evalCase.id()).append(' ').append(evalCase.title());
        for (CustomerTurn turn : evalCase.conversation()) {
            text.append(' ').append(turn.customer());
        }
        String all = text.toString().toLowerCase(Locale.ROOT);
        for (String word : asked) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> words(EvalCase evalCase) {
        Set<String> words = new HashSet<>();
        add(evalCase.title(), words);
        for (CustomerTurn turn : evalCase.conversation()) {
            add(turn.customer(), words);
        }
        for (ReferenceAnswer observed : evalCase.observed()) {
            for (ReferenceTurn turn : observed.turns()) {
                if (turn.reply() != null) {
                    add(turn.reply(), words);
                }
            }
        }
        return words;
    }

    private static void add(String text, Set<String> words) {
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (word.length() > 2) {
                words.add(word);
            }
        }
    }

    private static double similarity(Set<String> one, Set<String> other) {
        int shared = 0;
        for (String word : one) {
            shared += other.contains(word) ? 1 : 0;
        }
        int united = one.size() + other.size() - shared;
        return united == 0 ? 0 : (double) shared / united;
    }
}
