package dev.retrial.tickets.coverage;

import dev.retrial.wording.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which ticket is told by which cases, and when each case was last told. */
final class SuiteMatch {

    private static final int LISTED = 200;

    private final Window window;
    private final List<SuiteCase> cases;
    private final Set<String> rejected;
    private final Map<String, Integer> byId = new HashMap<>();
    private final Map<String, List<Integer>> byRef = new HashMap<>();
    private final Map<Long, Story> stories = new HashMap<>();
    private final @Nullable LocalDate[] newest;
    private final @Nullable LocalDate[] own;
    private final BitSet met = new BitSet();
    private final BitSet matched = new BitSet();
    private int unknownCases;

    SuiteMatch(Window window, Collection<SuiteCase> cases, Set<String> rejected) {
        this.window = window;
        this.cases = List.copyOf(cases);
        this.rejected = Set.copyOf(rejected);
        newest = new LocalDate[this.cases.size()];
        own = new LocalDate[this.cases.size()];
        for (int i = 0; i < this.cases.size(); i++) {
            SuiteCase one = this.cases.get(i);
            byId.put(one.id(), i);
            if (one.ref() != null) {
                byRef.computeIfAbsent(one.ref(), any -> new ArrayList<>(1)).add(i);
            }
        }
    }

    List<SuiteCase> cases() {
        return cases;
    }

    /** The accepted case that was made of this very ticket, the first where there are several. */
    @Nullable
    SuiteCase madeOf(String ref) {
        for (int number : byRef.getOrDefault(ref, List.of())) {
            if (cases.get(number).cover() == Cover.CASE) {
                return cases.get(number);
            }
        }
        return null;
    }

    /** The key of the ticket's story; under which {@link #story} finds it once the suite or a person knows it. */
    long meet(TicketFact fact) {
        List<Integer> direct = byRef.getOrDefault(fact.ref(), List.of());
        for (int number : direct) {
            met.set(number);
            own[number] = fact.opened();
        }
        String root = fact.repeats() == null ? fact.ref() : fact.repeats();
        List<Integer> repeated = fact.repeats() == null ? List.of() : byRef.getOrDefault(root, List.of());
        Integer named = fact.caseId() == null ? null : byId.get(fact.caseId());
        if (fact.caseId() != null && named == null) {
            unknownCases++;
        }
        boolean unwanted = rejected.contains(fact.ref()) || rejected.contains(root);
        if (direct.isEmpty() && repeated.isEmpty() && named == null && !unwanted) {
            return Story.key(root);
        }
        Story story = at(root);
        if (unwanted) {
            story.reject();
        }
        for (int number : direct) {
            told(story, number, fact.opened());
        }
        for (int number : repeated) {
            told(story, number, fact.opened());
        }
        if (named != null) {
            // Near-duplicates of one case are one story, though none of this export repeats another.
            SuiteCase one = cases.get(named);
            story = at(one.ref() == null ? "case " + one.id() : one.ref()).with(story);
            told(story, named, fact.opened());
        }
        return Story.key(root);
    }

    private Story at(String ref) {
        return stories.computeIfAbsent(Story.key(ref), Story::new);
    }

    private void told(Story story, int number, @Nullable LocalDate day) {
        story.toldBy(number, cases.get(number).cover());
        matched.set(number);
        toldOn(number, day);
    }

    private void toldOn(int number, @Nullable LocalDate day) {
        LocalDate before = newest[number];
        if (day != null && !day.isAfter(window.today()) && (before == null || day.isAfter(before))) {
            newest[number] = day;
        }
    }

    /** Null where neither the suite nor a person knows it. */
    @Nullable
    Story story(long key) {
        return stories.get(key);
    }

    /** A failure tells each case of its story, though it is its near-duplicate by a third ticket only. */
    void tells(Story story, LocalDate day) {
        BitSet those = story.cases();
        for (int i = those.nextSetBit(0); i >= 0; i = those.nextSetBit(i + 1)) {
            toldOn(i, day);
        }
    }

    int unknownCases() {
        return unknownCases;
    }

    int casesWithoutTicket() {
        int count = 0;
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).ref() != null && !met.get(i)) {
                count++;
            }
        }
        return count;
    }

    SuiteAge age() {
        int[] counts = new int[Cover.values().length];
        int byHand = 0;
        int tellable = 0;
        int told = 0;
        LocalDate youngest = null;
        List<SuiteAge.Untold> untold = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            SuiteCase one = cases.get(i);
            counts[one.cover().ordinal()]++;
            if (one.cover() != Cover.CASE) {
                continue;
            }
            if (one.ref() == null) {
                byHand++;
            }
            // Where the ticket itself was read, its own day is better than the one in the file, which redaction may
            // have shifted.
            LocalDate made = notToCome(met.get(i) ? own[i] : one.opened());
            youngest = later(youngest, made);
            if (one.ref() == null && !matched.get(i)) {
                continue;
            }
            tellable++;
            LocalDate last = later(newest[i], made);
            if (window.has(last)) {
                told++;
            } else {
                untold.add(untold(one, last));
            }
        }
        untold.sort(Comparator.comparing(SuiteAge.Untold::age, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(SuiteAge.Untold::id));
        List<SuiteAge.Untold> listed = untold.subList(0, Math.min(LISTED, untold.size()));
        return new SuiteAge(
                counts[Cover.CASE.ordinal()],
                counts[Cover.DRAFT.ordinal()],
                counts[Cover.RETIRED.ordinal()],
                byHand,
                new Share(told, tellable),
                listed,
                untold.size() - listed.size(),
                youngest,
                youngest == null ? null : window.age(youngest));
    }

    private SuiteAge.Untold untold(SuiteCase one, @Nullable LocalDate last) {
        return new SuiteAge.Untold(
                Texts.line(one.id()),
                Texts.cut(Texts.line(one.title()), 160),
                one.status(),
                one.failure(),
                one.category() == null ? null : Texts.cut(Texts.line(one.category()), Names.LONGEST),
                last,
                last == null ? null : window.age(last),
                one.seen());
    }

    private @Nullable LocalDate notToCome(@Nullable LocalDate day) {
        return day == null || day.isAfter(window.today()) ? null : day;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
