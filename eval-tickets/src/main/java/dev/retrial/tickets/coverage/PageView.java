package dev.retrial.tickets.coverage;

import dev.retrial.suite.Difficulty;
import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.AiOutcome;
import dev.retrial.wording.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What the page's template shows, in the words and shapes that it shows. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PageView {

    private static final int GAPS = 10;
    private static final int UNTOLD = 10;
    private static final int HEAT_STEPS = 6;

    private final Coverage coverage;
    private final PageStyles styles;
    private final Sentences sentences;

    PageView(Coverage coverage, PageStyles styles) {
        this.coverage = coverage;
        this.styles = styles;
        this.sentences = new Sentences(coverage);
    }

    public Coverage coverage() {
        return coverage;
    }

    public PageStyles styles() {
        return styles;
    }

    public String title() {
        return sentences.title();
    }

    public String span() {
        return sentences.span();
    }

    public String days() {
        return sentences.days();
    }

    public List<Sentences.Headline> headlines() {
        return sentences.headlines();
    }

    public List<String> unknowns() {
        return sentences.unknowns();
    }

    public List<Definition> definitions() {
        return Definition.ALL;
    }

    public List<Gap> firstGaps() {
        return first(coverage.gaps(), GAPS);
    }

    public List<Gap> laterGaps() {
        return later(coverage.gaps(), GAPS);
    }

    public List<SuiteAge.Untold> firstUntold() {
        return first(coverage.suite().untold(), UNTOLD);
    }

    public List<SuiteAge.Untold> laterUntold() {
        return later(coverage.suite().untold(), UNTOLD);
    }

    private static <T> List<T> first(List<T> list, int most) {
        return list.subList(0, Math.min(most, list.size()));
    }

    private static <T> List<T> later(List<T> list, int most) {
        return list.subList(Math.min(most, list.size()), list.size());
    }

    /**
     * The failures of a class as a bar, in hundredths of the longest.
     *
     * @param name the class
     * @param count the failures
     * @param withCase how long the part with a case is
     * @param draft how long the part with a draft is
     * @param none how long the rest is
     */
    public record ClassBar(String name, CoverCount count, double withCase, double draft, double none) {}

    /** A bar for each class that has failures, most first. */
    public List<ClassBar> classBars() {
        FailureMatrix matrix = coverage.classes();
        int longest = 1;
        for (FailureMatrix.Cell cell : matrix.total().cells()) {
            longest = Math.max(longest, cell.count().tickets());
        }
        List<ClassBar> bars = new ArrayList<>();
        for (int i = 0; i < matrix.classes().size(); i++) {
            CoverCount count = matrix.total().cells().get(i).count();
            if (count.tickets() > 0) {
                double unit = 100.0 / longest;
                bars.add(new ClassBar(
                        failure(matrix.classes().get(i)),
                        count,
                        count.withCase() * unit,
                        count.draft() * unit,
                        (count.retired() + count.none()) * unit));
            }
        }
        bars.sort((one, other) -> other.count().tickets() - one.count().tickets());
        return bars;
    }

    /**
     * How hard some tickets are.
     *
     * @param name which tickets
     * @param mix how hard they are
     */
    public record MixBar(String name, DifficultyMix.Mix mix) {

        /** In hundredths of the bar; 0 of nothing. */
        public double width(String level) {
            Share share = share(level);
            return share.isKnown() ? share.value() * 100 : 0;
        }

        public Share share(String level) {
            for (Difficulty one : Difficulty.values()) {
                if (one.key().equals(level)) {
                    return mix.share(one);
                }
            }
            throw new IllegalArgumentException("no level is called " + level);
        }
    }

    public List<MixBar> mixes() {
        DifficultyMix difficulty = coverage.difficulty();
        return List.of(
                new MixBar("all tickets", difficulty.all()),
                new MixBar("settled by the agent", difficulty.agent()),
                new MixBar("reached a person", difficulty.people()),
                new MixBar("ended with neither", difficulty.nobody()),
                new MixBar("end not told", difficulty.notTold()));
    }

    public List<MixBar> systemMixes() {
        List<MixBar> mixes = new ArrayList<>();
        for (DifficultyMix.InSystem one : coverage.difficulty().systems()) {
            mixes.add(new MixBar(one.system() == null ? "not told" : one.system(), one.mix()));
        }
        return mixes;
    }

    public ReachChart reachChart() {
        return new ReachChart(coverage.difficulty().reach());
    }

    public TrendChart trendChart() {
        return new TrendChart(coverage.difficulty().months());
    }

    /** How a row of the matrix is headed. */
    public String rowName(FailureMatrix.Row row) {
        return switch (row.kind()) {
            case CATEGORY -> row.category();
            case NO_CATEGORY -> "no category";
            case OTHERS -> "other categories";
            case ALL -> "all";
        };
    }

    /** From orange, nothing has a case, to blue, everything has; faint where there are few. */
    public String heatClass(FailureMatrix.Cell cell) {
        Share share = cell.count().covered();
        if (!share.isKnown()) {
            return "gone";
        }
        int step = Math.min(HEAT_STEPS - 1, (int) (share.value() * HEAT_STEPS));
        return "heat-" + step + (share.isFew() ? " few" : "");
    }

    public Map<AiOutcome, Integer> outcomes() {
        return coverage.escalations().outcomes();
    }

    public String outcome(AiOutcome outcome) {
        return Outcomes.text(outcome);
    }

    public Share ofTold(int count) {
        return new Share(count, coverage.escalations().told());
    }

    public String failure(@Nullable FailureClass failure) {
        return Words.failure(failure);
    }

    public String percent(Share share) {
        return Texts.percent(share.value());
    }

    public String interval(Share share) {
        return share.interval();
    }

    public String count(long number) {
        return Texts.count(number);
    }

    public String count(long number, String noun) {
        return Texts.count(number, noun);
    }

    public String of(Share share) {
        return Texts.count(share.part()) + " of " + Texts.count(share.of());
    }

    public String percentOf(Share share, String noun) {
        return Sentences.percentOf(share, noun);
    }

    public String mean(DifficultyMix.Mean mean) {
        return Words.rank(mean.value());
    }

    /** What others wrote, or a dash. */
    public String word(@Nullable Object text) {
        return text == null ? "–" : text.toString();
    }

    /** A length or place in a drawing. */
    public String at(double place) {
        return Drawing.at(place);
    }
}
