package dev.retrial.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Texts of which one can ask often whether any of them says something, at the cost of reading each once.
 *
 * <p>Not for several threads at once.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SaidIndex {

    private final List<String> texts = new ArrayList<>();
    private final Map<String, List<Integer>> byToken = new HashMap<>();

    /** Adds a text. */
    public void add(String text) {
        int number = texts.size();
        texts.add(text);
        Tokens cursor = new Tokens(text);
        while (cursor.next()) {
            switch (cursor.kind) {
                case WORD -> put(cursor.word.toString(), number);
                case NUMBER -> put("#" + cursor.digits(), number);
                case DATE -> {
                    put("#" + cursor.year(), number);
                    put("#" + cursor.day(), number);
                    put("month " + cursor.month(), number);
                }
                case SIGN -> {}
            }
        }
    }

    private void put(String token, int text) {
        List<Integer> places = byToken.computeIfAbsent(token, key -> new ArrayList<>(2));
        if (places.isEmpty() || places.get(places.size() - 1) != text) {
            places.add(text);
        }
    }

    /** Whether one of the texts says this, compared as a {@link Phrase} is; nothing says what a phrase cannot be. */
    public boolean says(String wanted) {
        Phrase phrase;
        try {
            phrase = Phrase.of(wanted);
        } catch (IllegalArgumentException e) {
            return false;
        }
        List<Integer> fewest = null;
        Tokens cursor = new Tokens(wanted);
        while (cursor.next()) {
            List<Integer> places = places(cursor);
            if (places != null && (fewest == null || places.size() < fewest.size())) {
                fewest = places;
            }
        }
        if (fewest == null) {
            return false;
        }
        for (int text : fewest) {
            if (phrase.isIn(texts.get(text))) {
                return true;
            }
        }
        return false;
    }

    /** The texts in which the token may be; null where it is a sign, which is not looked up. */
    private @Nullable List<Integer> places(Tokens cursor) {
        return switch (cursor.kind) {
            case WORD -> {
                String word = cursor.word.toString();
                int month = Months.ofName(word);
                yield month == 0 ? places(word) : both(places(word), places("month " + month));
            }
            case NUMBER -> places("#" + cursor.digits());
            case DATE -> places("month " + cursor.month());
            case SIGN -> null;
        };
    }

    private List<Integer> places(String token) {
        return byToken.getOrDefault(token, List.of());
    }

    private static List<Integer> both(List<Integer> one, List<Integer> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        List<Integer> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
