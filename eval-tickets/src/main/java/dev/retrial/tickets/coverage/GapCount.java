package dev.retrial.tickets.coverage;

import dev.retrial.suite.FailureClass;
import dev.retrial.wording.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers failures that belong together, to say which of them have no case. */
final class GapCount {

    private static final int LISTED = 100;
    private static final int REFS = 3;
    private static final int CASES = 5;

    private final Names families;
    private final Names abouts;
    private final Names categories;
    private final List<SuiteCase> cases;
    private final Map<Integer, Family> gathered = new HashMap<>();

    GapCount(Names families, Names abouts, Names categories, List<SuiteCase> cases) {
        this.families = families;
        this.abouts = abouts;
        this.categories = categories;
        this.cases = cases;
    }

    void add(FailedTicket one, @Nullable Story story, Cover cover) {
        Family family = gathered.computeIfAbsent(one.family(), any -> new Family());
        family.count = family.count.plus(cover);
        if (cover == Cover.CASE || cover == Cover.REJECTED) {
            return;
        }
        family.stories.add(story == null ? one.story() : story.key());
        if (story != null) {
            family.cases.or(story.cases());
        }
        family.columns.merge((int) one.column(), 1, Integer::sum);
        family.categories.merge(one.category(), 1, Integer::sum);
        family.abouts.merge(one.about(), 1, Integer::sum);
        family.keep(one);
    }

    /** How many families have no room in the result. */
    int more() {
        return Math.max(0, open().size() - LISTED) + (hasOthers() ? 1 : 0);
    }

    private boolean hasOthers() {
        Family others = gathered.get(Names.OTHERS);
        return others != null && others.count.withoutCase() > 0;
    }

    List<Gap> result() {
        List<Map.Entry<Integer, Family>> open = open();
        List<Gap> gaps = new ArrayList<>();
        for (Map.Entry<Integer, Family> one : open.subList(0, Math.min(LISTED, open.size()))) {
            gaps.add(gap(one.getValue()));
        }
        return gaps;
    }

    private List<Map.Entry<Integer, Family>> open() {
        List<Map.Entry<Integer, Family>> open = new ArrayList<>();
        for (Map.Entry<Integer, Family> one : gathered.entrySet()) {
            // Those that had no room do not belong together.
            if (one.getKey() != Names.OTHERS && one.getValue().count.withoutCase() > 0) {
                open.add(one);
            }
        }
        open.sort(Comparator.<Map.Entry<Integer, Family>>comparingInt(
                        one -> -one.getValue().count.withoutCase())
                .thenComparingInt(one -> -one.getValue().newestDay())
                .thenComparing(one -> families.name(one.getKey())));
        return open;
    }

    private Gap gap(Family family) {
        int column = mostOf(family.columns);
        List<Gap.Known> drafts = new ArrayList<>();
        for (int i = family.cases.nextSetBit(0); i >= 0 && drafts.size() < CASES; i = family.cases.nextSetBit(i + 1)) {
            drafts.add(new Gap.Known(Texts.line(cases.get(i).id()), cases.get(i).status()));
        }
        return new Gap(
                column == CoverageCount.NO_CLASS ? null : FailureClass.values()[column],
                abouts.nameOrNull(mostOf(family.abouts)),
                categories.nameOrNull(mostOf(family.categories)),
                family.count,
                family.stories.size(),
                drafts,
                LocalDate.ofEpochDay(family.newestDay()),
                family.newest.stream().map(one -> Texts.line(one.ref())).toList());
    }

    private static int mostOf(Map<Integer, Integer> counts) {
        int best = 0;
        int most = 0;
        for (Map.Entry<Integer, Integer> one : counts.entrySet()) {
            if (one.getValue() > most || (one.getValue() == most && one.getKey() < best)) {
                best = one.getKey();
                most = one.getValue();
            }
        }
        return best;
    }

    private static final class Family {

        private CoverCount count = CoverCount.ZERO;
        private final LongSet stories = new LongSet(8);
        private final BitSet cases = new BitSet();
        private final Map<Integer, Integer> columns = new HashMap<>(4);
        private final Map<Integer, Integer> categories = new HashMap<>(4);
        private final Map<Integer, Integer> abouts = new HashMap<>(4);
        private final List<FailedTicket> newest = new ArrayList<>(REFS);

        private void keep(FailedTicket one) {
            int at = newest.size();
            while (at > 0 && isNewer(one, newest.get(at - 1))) {
                at--;
            }
            if (at < REFS) {
                newest.add(at, one);
                if (newest.size() > REFS) {
                    newest.remove(REFS);
                }
            }
        }

        private static boolean isNewer(FailedTicket one, FailedTicket other) {
            return one.day() > other.day()
                    || (one.day() == other.day() && one.ref().compareTo(other.ref()) < 0);
        }

        private int newestDay() {
            return newest.isEmpty() ? 0 : newest.get(0).day();
        }
    }
}
