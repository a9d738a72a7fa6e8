package dev.retrial.tickets.coverage;

import dev.retrial.wording.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers for words that others made up, so that a ticket costs a number and a flood of words no memory. */
final class Names {

    /** The number of "no word". */
    static final int NONE = 0;

    /** The number of all words for which there was no room. */
    static final int OTHERS = 1;

    /** Longer words are cut. */
    static final int LONGEST = 120;

    private final int most;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>(List.of("", ""));

    Names(int most) {
        this.most = most;
    }

    int of(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return NONE;
        }
        Integer known = numbers.get(word);
        if (known != null) {
            return known;
        }
        String line = Texts.cut(Texts.line(word), LONGEST);
        known = numbers.get(line);
        if (known != null) {
            return known;
        }
        if (line.isEmpty()) {
            return NONE;
        }
        if (names.size() - 2 >= most) {
            return OTHERS;
        }
        numbers.put(line, names.size());
        names.add(line);
        return names.size() - 1;
    }

    String name(int number) {
        return names.get(number);
    }

    /** Null for no word. */
    @Nullable
    String nameOrNull(int number) {
        return number == NONE ? null : number == OTHERS ? "others" : names.get(number);
    }

    boolean isFull() {
        return names.size() - 2 >= most;
    }
}
