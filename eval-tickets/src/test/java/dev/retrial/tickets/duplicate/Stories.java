package dev.retrial.tickets.duplicate;

import dev.retrial.tickets.duplicate.ComparedText.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts of generated words, and copies of them with some words changed. */
final class Stories {

    private final Random random;

    Stories(long seed) {
        random = new Random(seed);
    }

    /** Words of a vocabulary in which the first ones are frequent. */
    List<String> words(int count) {
        List<String> words = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            words.add(word());
        }
        return words;
    }

    private String word() {
        int rank = (int) Math.pow(20_000, random.nextDouble());
        StringBuilder word = new StringBuilder();
        for (int rest = rank + 26; rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        return word.toString();
    }

    /** The same with each word changed at this chance. */
    List<String> edited(List<String> words, double chance) {
        List<String> edited = new ArrayList<>(words);
        for (int i = 0; i < edited.size(); i++) {
            if (random.nextDouble() < chance) {
                edited.set(i, word());
            }
        }
        return edited;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    static ComparedText text(String ref, List<String> words) {
        return text(ref, String.join(" ", words));
    }

    static ComparedText text(String ref, String words) {
        return new ComparedText(ref, List.of(new Said(false, words)));
    }

    /** A few hundred texts: alone, with copies, empty, short, and a mass mail. */
    static List<ComparedText> mixture(long seed, int size) {
        Stories stories = new Stories(seed);
        List<List<String>> told = new ArrayList<>();
        List<String> mass = stories.words(60);
        List<ComparedText> texts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<String> words;
            int kind = stories.below(20);
            if (kind == 0) {
                words = stories.words(stories.below(4));
            } else if (kind < 4) {
                words = stories.edited(mass, .03);
            } else if (kind < 10 && !told.isEmpty()) {
                words = stories.edited(told.get(stories.below(told.size())), .02 + stories.below(7) / 100.0);
            } else {
                words = stories.words(20 + stories.below(100));
                told.add(words);
            }
            texts.add(text(String.format("hmac:%016x", stories.random.nextLong()), words));
        }
        return texts;
    }
}
