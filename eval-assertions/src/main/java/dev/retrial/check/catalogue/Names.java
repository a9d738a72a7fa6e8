package dev.retrial.check.catalogue;

import dev.retrial.check.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of what there is, and how a name in a reply is compared with them. */
final class Names {

    /** Words that say what kind of thing it is, and not which. */
    private static final Set<String> HEADS =
            Set.of("team", "department", "desk", "squad", "abteilung", "queue", "the", "our");

    private final List<String> names;
    private final List<List<String>> words = new ArrayList<>();

    Names(List<String> names) {
        this.names = List.copyOf(names);
        for (String name : this.names) {
            words.add(wordsOf(name));
        }
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** Whether one of the names is what is named, perhaps with further words: "our friendly billing team". */
    boolean has(String named) {
        List<String> said = wordsOf(named);
        for (List<String> known : words) {
            boolean ends = !known.isEmpty()
                    && said.size() >= known.size()
                    && said.subList(said.size() - known.size(), said.size()).equals(known);
            if (ends || String.join("", said).equals(String.join("", known))) {
                return true;
            }
        }
        return false;
    }

    /** Whether all words of one of the names are among those that are said: "SOC 2 Type II report". */
    boolean hasWithin(String named) {
        List<String> said = wordsOf(named);
        for (List<String> known : words) {
            if (!known.isEmpty() && said.containsAll(known)) {
                return true;
            }
        }
        return false;
    }

    /** The name that is nearest: by its letters, or by the words that both have; null where none is. */
    @Nullable
    String nearest(String named) {
        String nearest = Nearest.to(named, names);
        if (nearest != null) {
            return nearest;
        }
        List<String> said = wordsOf(named);
        int best = 0;
        for (int i = 0; i < names.size(); i++) {
            int common = 0;
            for (String word : words.get(i)) {
                common += said.contains(word) ? 1 : 0;
            }
            if (common > best) {
                best = common;
                nearest = names.get(i);
            }
        }
        return nearest != null || names.isEmpty() ? nearest : names.get(0);
    }

    private static List<String> wordsOf(String name) {
        List<String> found = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= name.length(); i++) {
            char c = i < name.length() ? name.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (word.length() > 0) {
                String lower = word.toString().toLowerCase(Locale.ROOT);
                word.setLength(0);
                if (!HEADS.contains(lower)) {
                    found.add(lower);
                }
            }
        }
        return found;
    }
}
