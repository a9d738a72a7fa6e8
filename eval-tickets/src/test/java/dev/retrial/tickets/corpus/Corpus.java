package dev.retrial.tickets.corpus;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Labelled tickets by the thousand, the same for the same seed.
 *
 * <p>Of the tickets, 45 in a hundred are failures of the AI agent, its classes in equal parts; 25 look like one and are none, 20 are ordinary and 10 are
 * noise. Five in a hundred repeat an earlier failure with other people and a few words changed.
 */
public final class Corpus {

    /** The help desks that tickets come from; the last stands for every other one, by the neutral form. */
    public static final List<String> SYSTEMS = List.of("zendesk", "intercom", "freshdesk", "helpscout", "acme");

    private static final List<String> CLASSES = List.of(
            "wrong-tone",
            "wrong-tool-call",
            "wrong-policy",
            "hallucinated-capability",
            "leaked-context",
            "lost-context",
            "wrong-handoff");

    private final Pool pool;
    private final long seed;

    private Corpus(Pool pool, long seed) {
        this.pool = pool;
        this.seed = seed;
    }

    /** Tickets in the wordings that rules may be written on. */
    public static List<Labelled> open(long seed, int count) {
        return new Corpus(Pool.OPEN, seed).tickets(count);
    }

    /** Tickets in wordings, scenes and sentences of their own, which no rule may be written on. */
    public static List<Labelled> heldBack(long seed, int count) {
        return new Corpus(Pool.HELD_BACK, seed).tickets(count);
    }

    private List<Labelled> tickets(int count) {
        List<Labelled> tickets = new ArrayList<>(count);
        List<Story> failures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Random random = new Random(seed * 1_000_003 + i * 7919L);
            String system = SYSTEMS.get(i % SYSTEMS.size());
            if (failures.size() > 10 && random.nextInt(100) < 5) {
                tickets.add(failures.get(random.nextInt(failures.size())).repeated(i, random));
                continue;
            }
            Scene scene = scene(system, random);
            Story story = new Story(pool, scene, system, i, random.nextLong(), random.nextLong());
            Labelled told = story.told();
            tickets.add(told);
            if (told.label().failure() != null && !told.label().silent()) {
                failures.add(story);
            }
        }
        return tickets;
    }

    private Scene scene(String system, Random random) {
        int at = random.nextInt(100);
        String kind =
                at < 45 ? CLASSES.get(random.nextInt(CLASSES.size())) : at < 70 ? "miss" : at < 90 ? "fine" : "noise";
        List<Scene> scenes = pool.scenes(kind, system);
        return scenes.get(random.nextInt(scenes.size()));
    }

    /** The day on which the first ticket may have been opened. */
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
}
