package dev.retrial.benchmarks.duplicates;

import dev.retrial.tickets.duplicate.ComparedText;
import dev.retrial.tickets.duplicate.ComparedText.Said;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Tickets of 40 to 160 words whose frequencies follow Zipf's law, some of them copies of earlier ones with 2 to 8 % of the words replaced,
 * many with lines that all share. Each is made from its number alone, so that none needs to be kept.
 */
final class PlantedTickets {

    private static final int VOCABULARY = 50_000;
    private static final double COPIES = .15;
    private static final double DISCLAIMERS = .4;
    private static final double CLOSINGS = .5;

    private final long seed;
    private final String[] vocabulary = new String[VOCABULARY];
    private final double[] cumulative = new double[VOCABULARY];
    private final String[] disclaimers = new String[8];
    private final String[] closings = new String[8];

    PlantedTickets(long seed) {
        this.seed = seed;
        SplittableRandom random = new SplittableRandom(seed);
        double sum = 0;
        for (int i = 0; i < VOCABULARY; i++) {
            char[] letters = new char[2 + random.nextInt(8)];
            for (int k = 0; k < letters.length; k++) {
                letters[k] = (char) ('a' + random.nextInt(26));
            }
            vocabulary[i] = new String(letters);
            sum += 1.0 / (i + 1);
            cumulative[i] = sum;
        }
        for (int i = 0; i < disclaimers.length; i++) {
            disclaimers[i] = String.join(" ", words(random, 30));
            closings[i] = String.join(" ", words(random, 12));
        }
    }

    /** The number of the ticket that this one is a copy of, or -1. */
    int originalOf(int number) {
        SplittableRandom random = random(number, 0);
        if (number == 0 || random.nextDouble() >= COPIES) {
            return -1;
        }
        int original = random.nextInt(number);
        // A copy of a copy would differ from the first one by more than was planted.
        while (original > 0 && originalOf(original) >= 0) {
            original--;
        }
        return original;
    }

    /** What the ticket says, without the shared lines. */
    String[] words(int number) {
        int original = originalOf(number);
        if (original < 0) {
            SplittableRandom random = random(number, 1);
            return words(random, 40 + random.nextInt(121));
        }
        SplittableRandom random = random(number, 2);
        String[] words = words(original);
        double share = .02 + random.nextDouble() * .06;
        int edits = Math.max(1, (int) Math.round(words.length * share));
        for (int i = 0; i < edits; i++) {
            words[random.nextInt(words.length)] = word(random);
        }
        return words;
    }

    ComparedText ticket(int number) {
        SplittableRandom random = random(number, 3);
        String[] words = words(number);
        int half = words.length / 2;
        String customer = String.join(" ", Arrays.asList(words).subList(0, half));
        if (random.nextDouble() < DISCLAIMERS) {
            customer += "\n" + disclaimers[random.nextInt(disclaimers.length)];
        }
        String agent = String.join(" ", Arrays.asList(words).subList(half, words.length));
        if (random.nextDouble() < CLOSINGS) {
            agent += ". " + closings[random.nextInt(closings.length)];
        }
        return new ComparedText(reference(number), List.of(new Said(false, customer), new Said(true, agent)));
    }

    /** The same without the lines that are shared. */
    ComparedText bare(int number) {
        String[] words = words(number);
        int half = words.length / 2;
        return new ComparedText(
                reference(number),
                List.of(
                        new Said(false, String.join(" ", Arrays.asList(words).subList(0, half))),
                        new Said(true, String.join(" ", Arrays.asList(words).subList(half, words.length)))));
    }

    String reference(int number) {
        String hex = Long.toHexString(random(number, 4).nextLong());
        return "hmac:" + "0".repeat(16 - hex.length()) + hex;
    }

    private SplittableRandom random(int number, int purpose) {
        // Mixed, since seeds that are a step of SplittableRandom apart give the same numbers, shifted.
        long mixed = (seed * 0x1_0000_0001L + number * 8L + purpose) * 0xff51_afd7_ed55_8ccdL;
        mixed = (mixed ^ (mixed >>> 32)) * 0xc4ce_b9fe_1a85_ec53L;
        return new SplittableRandom(mixed ^ (mixed >>> 29));
    }

    private String[] words(SplittableRandom random, int count) {
        String[] words = new String[count];
        for (int i = 0; i < count; i++) {
            words[i] = word(random);
        }
        return words;
    }

    private String word(SplittableRandom random) {
        int at = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[VOCABULARY - 1]);
        return vocabulary[Math.min(VOCABULARY - 1, at < 0 ? -at - 1 : at)];
    }
}
