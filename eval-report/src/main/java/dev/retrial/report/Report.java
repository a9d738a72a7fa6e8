package dev.retrial.report;

import dev.retrial.baseline.Baseline;
import dev.retrial.report.CellOverview.Cost;
import dev.retrial.results.GateRecord;
import dev.retrial.results.RunDirectory;
import dev.retrial.wording.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What is to be reported; {@link TerminalSummary}, {@link MarkdownReport}, {@link HtmlReport} and {@link Annotations} show it.
 *
 * <pre>{@code
 * Report report = Report.of(run).comparedWith(before);
 * HtmlReport.write(report, Path.of("report.html"));
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Report {

    private final RunOverview run;
    private final @Nullable Comparison comparison;
    private final @Nullable Judgement decided;
    private final @Nullable Prices prices;
    private final List<Judgement.Finding> notices;
    private final @Nullable GateFindings gate;
    private final @Nullable GateRecord strict;

    private Report(
            RunOverview run,
            @Nullable Comparison comparison,
            @Nullable Judgement decided,
            @Nullable Prices prices,
            List<Judgement.Finding> notices) {
        this.run = run;
        this.comparison = comparison;
        this.decided = decided;
        this.prices = prices;
        this.notices = List.copyOf(notices);
        GateRecord record = run.gate();
        // A strict gate is each cell's own rule, which the cells tell better.
        this.strict = record != null && record.by().equals("strict") ? record : null;
        this.gate = record == null || strict != null ? null : new GateFindings(record);
    }

    /**
     * A report of a run.
     *
     * @throws IOException where its results cannot be read
     */
    public static Report of(RunDirectory run) throws IOException {
        return new Report(RunOverview.read(run), null, null, null, List.of());
    }

    /**
     * The same with what another run, of the main branch say, shows beside it.
     *
     * @throws IOException where its results cannot be read
     */
    public Report comparedWith(RunDirectory before) throws IOException {
        RunOverview earlier = RunOverview.read(before);
        List<Judgement.Finding> all = notices.isEmpty() ? Changes.since(earlier, run) : notices;
        return new Report(run, new Comparison(earlier, run), decided, prices, all);
    }

    /** The same with what is made otherwise than when the main branch's record was kept, and where less is demanded than then. */
    public Report against(Baseline baseline) {
        return new Report(run, comparison, decided, prices, Changes.since(baseline, run));
    }

    /** The same with a gate's decision in place of what each cell's own rule says. */
    public Report judgedBy(Judgement decision) {
        return new Report(run, comparison, decision, prices, notices);
    }

    /** The same with tokens told as money too. */
    public Report priced(Prices tokens) {
        return new Report(run, comparison, decided, tokens, notices);
    }

    /** The run. */
    public RunOverview run() {
        return run;
    }

    /** What is otherwise than before, or null where there is nothing to compare with. */
    public @Nullable Comparison comparison() {
        return comparison;
    }

    /** Whether the change may land: as a gate decided, of the run's own where there is no other, else by each cell's own rule. */
    public Judgement judgement() {
        if (decided != null) {
            return decided.noting(notices);
        }
        return (gate == null ? strictly() : gate.judgement(run)).noting(notices);
    }

    /** What each cell's own rule says; where a strict gate could not tell, or had to be one for want of a record, that too. */
    private Judgement strictly() {
        Judgement byCells = Judgement.byCells(run, comparison);
        if (strict == null) {
            return byCells;
        }
        List<Judgement.Finding> said = new ArrayList<>();
        strict.notices()
                .forEach(notice -> said.add(new Judgement.Finding(Judgement.Kind.NOTICE, null, notice.sentence())));
        boolean unknown = byCells.verdict() == Judgement.Verdict.GREEN
                && !strict.verdict().equals("green");
        return (unknown
                        ? new Judgement(Judgement.Verdict.INCONCLUSIVE, strict.sentence(), byCells.findings())
                        : byCells)
                .noting(said);
    }

    /** Whether a gate decided, rather than each cell's own rule. */
    boolean isDecided() {
        return decided != null || gate != null;
    }

    /** What the run's own gate found, or null where it has none. */
    @Nullable
    GateFindings gate() {
        return gate;
    }

    /** Whether a cell fails the build: by the run's gate where it has one, else by its own rule. */
    boolean isRed(CellOverview cell) {
        return gate == null ? run.isRed(cell) : gate.isRed(cell);
    }

    /** The cells that fail the build, those that are newly red first. */
    List<CellOverview> red() {
        if (gate == null) {
            return newFirst(run.red(), comparison);
        }
        return newFirst(run.cells().stream().filter(this::isRed).toList(), comparison);
    }

    static List<CellOverview> newFirst(List<CellOverview> cells, @Nullable Comparison comparison) {
        List<CellOverview> red = new ArrayList<>(cells);
        if (comparison != null) {
            red.sort(Comparator.comparing(comparison::change));
        }
        return red;
    }

    /** The share of all cells that passed. */
    Rate rate() {
        return Slice.rate(run.counting());
    }

    /** {@code 36 trials, 9.8 s of the agent's time, 78,123 tokens read, 3,022 written, $0.42}. */
    String cost() {
        return told(run.cost());
    }

    private String told(Cost cost) {
        StringBuilder text = new StringBuilder(Texts.count(cost.trials(), "trial"));
        text.append(", ").append(Texts.duration(cost.millis())).append(" of the agent's time");
        if (cost.inputTokens() + cost.outputTokens() > 0) {
            text.append(", ").append(Texts.count(cost.inputTokens())).append(" tokens read, ");
            text.append(Texts.count(cost.outputTokens())).append(" written");
            if (prices != null) {
                text.append(", ").append(prices.of(cost));
            }
        }
        return text.toString();
    }

    /** The cost of the run before, or null. */
    @Nullable
    String costBefore() {
        return comparison == null ? null : told(comparison.before().cost());
    }

    /** The cells whose longest trial took longest. */
    List<CellOverview> slowest(int most) {
        return run.cells().stream()
                .filter(cell -> cell.cost().trials() > 0)
                .sorted(Comparator.comparingLong(
                        (CellOverview cell) -> -cell.cost().longest()))
                .limit(most)
                .toList();
    }

    /** The time within which a part of the cells had their longest trial done. */
    static long quantile(RunOverview of, double part) {
        long[] millis = of.cells().stream()
                .filter(cell -> cell.cost().trials() > 0)
                .mapToLong(cell -> cell.cost().longest())
                .sorted()
                .toArray();
        return millis.length == 0
                ? 0
                : millis[(int) Math.min(millis.length - 1L, (long) Math.ceil(part * millis.length) - 1)];
    }

    /** {@code Red: Of 31 cells 6 fail.}. */
    String headline() {
        Judgement judgement = judgement();
        return judgement.verdict().text() + ": " + Texts.line(judgement.sentence());
    }

    /** {@code median 420 ms, 95 % within 1.2 s}. */
    static String latency(RunOverview of) {
        return String.format(
                Locale.ROOT,
                "median %s, 95 %% within %s",
                Texts.duration(quantile(of, .5)),
                Texts.duration(quantile(of, .95)));
    }
}
