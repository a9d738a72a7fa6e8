package dev.retrial.report;

import dev.retrial.results.RunSummary;
import dev.retrial.wording.Texts;
import gg.jte.Content;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What the template of the page shows. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PageModel {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** More is for the table. */
    private static final int MOST_FAILURES = 10;

    private static final int MOST_CHECKS = 8;
    private static final int MOST_OF_A_KIND = 20;

    private final Report report;
    private final PageAssets assets;
    private final List<RunSummary> history;
    private final List<Failure> failures;
    private final Content data;
    private final Map<String, CellOverview> byName = new HashMap<>();

    PageModel(Report report, PageAssets assets, List<RunSummary> history, List<Failure> failures, Content data) {
        this.report = report;
        this.assets = assets;
        this.history = history;
        this.failures = failures;
        this.data = data;
    }

    /**
     * A cell on the first page.
     *
     * @param cell the cell
     * @param change how it stands to the run before; empty where it does not
     * @param reply what the agent said, or null
     */
    public record Failure(
            CellOverview cell, String change, @Nullable String reply) {}

    /** The cells that deserve a place on the first page: what is newly red first. */
    static List<Failure> failures(Report report) {
        Comparison comparison = report.comparison();
        List<CellOverview> red = report.red();
        ConversationReader transcripts = new ConversationReader(report.run().directory());
        List<Failure> failures = new ArrayList<>();
        for (CellOverview cell : red.subList(0, Math.min(MOST_FAILURES, red.size()))) {
            Conversation conversation = transcripts.read(cell.transcript());
            CellOverview.Finding first = cell.first();
            String reply = conversation == null ? null : conversation.reply(first == null ? null : first.turn());
            failures.add(new Failure(
                    cell,
                    comparison == null ? "" : comparison.change(cell).text(),
                    reply == null ? null : Texts.cut(reply, 400)));
        }
        return failures;
    }

    /** What is inlined. */
    public PageAssets assets() {
        return assets;
    }

    /** The elements with data. */
    public Content data() {
        return data;
    }

    /** The suite's name without its package. */
    public String suite() {
        String suite = report.run().header().suite();
        return suite.substring(suite.lastIndexOf('.') + 1);
    }

    /** {@code green}, {@code red} or {@code inconclusive}. */
    public String verdict() {
        return report.judgement().verdict().text().toLowerCase(Locale.ROOT);
    }

    /** {@code Red}. */
    public String verdictText() {
        return report.judgement().verdict().text();
    }

    /** The verdict's sentence. */
    public String sentence() {
        return report.judgement().sentence();
    }

    /** What a gate found; nothing where each cell's own rule decided, since the cells say it. */
    public List<Judgement.Finding> findings() {
        List<Judgement.Finding> findings = report.judgement().shown(MOST_OF_A_KIND);
        return report.isDecided()
                ? findings
                : findings.stream()
                        .filter(finding -> finding.kind() == Judgement.Kind.NOTICE)
                        .toList();
    }

    /** The cell that a finding is about, or null where it is about none. */
    public @Nullable CellOverview cellOf(Judgement.Finding finding) {
        if (byName.isEmpty()) {
            report.run().cells().forEach(cell -> byName.put(cell.name(), cell));
        }
        return finding.subject() == null ? null : byName.get(finding.subject());
    }

    /** The class of a finding. */
    public String tone(Judgement.Finding finding) {
        return switch (finding.kind()) {
            case REGRESSION, NEW_FAILING -> "bad";
            case MAIN_FAILS_TOO, OPEN -> "unknown";
            case SUSPECT, UNVERIFIABLE, NOT_CONFIRMED, NOTICE -> "";
        };
    }

    /** Names and values on the run. */
    public List<String[]> facts() {
        RunOverview run = report.run();
        List<String[]> facts = new ArrayList<>();
        facts.add(new String[] {"Run", time(run.header().startedAt())});
        Comparison comparison = report.comparison();
        if (comparison != null) {
            facts.add(new String[] {
                "Compared with", time(comparison.before().header().startedAt())
            });
        }
        RunSummary summary = run.summary();
        if (summary != null) {
            long millis =
                    summary.finishedAt().toEpochMilli() - summary.startedAt().toEpochMilli();
            facts.add(new String[] {"Took", Texts.duration(Math.max(0, millis))});
        }
        facts.addAll(gate().facts());
        run.header().agent().forEach((name, value) -> facts.add(new String[] {label(name), agent(name, value)}));
        facts.add(new String[] {"Cost", report.cost()});
        String before = report.costBefore();
        if (before != null) {
            facts.add(new String[] {"Cost before", before});
        }
        facts.add(new String[] {"A cell's slowest trial", Report.latency(run)});
        if (!run.header().skipped().isEmpty()) {
            facts.add(
                    new String[] {"Not run", Texts.count(run.header().skipped().size(), "case") + ": " + skipped(run)});
        }
        return facts;
    }

    /** What the run's gate compared; nothing where it has none. */
    public GatePage gate() {
        return new GatePage(report.gate());
    }

    private static String skipped(RunOverview run) {
        List<String> names = new ArrayList<>();
        run.header().skipped().forEach((caseId, status) -> names.add(caseId + " (" + status + ")"));
        return Texts.some(names, 5);
    }

    private static String label(String key) {
        return switch (key) {
            case "model" -> "Model";
            case "promptHash" -> "Prompt";
            case "toolHash" -> "Tools";
            default -> key;
        };
    }

    /** What is known of the agent, and what it was where that differs. */
    private String agent(String name, String value) {
        Comparison comparison = report.comparison();
        String was =
                comparison == null ? null : comparison.before().header().agent().get(name);
        return shortened(name, value) + (was == null || was.equals(value) ? "" : ", before " + shortened(name, was));
    }

    private static String shortened(String key, String value) {
        return key.endsWith("Hash") && value.length() > 12 ? value.substring(0, 12) : value;
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** The cells that are red, as far as there is room. */
    public List<Failure> failures() {
        return failures;
    }

    /** The checks that failed most, with how many of the red cells each made so. */
    public List<String[]> checks() {
        Map<String, Integer> counts = new TreeMap<>();
        for (CellOverview cell : report.red()) {
            for (String check : cell.failedChecks()) {
                counts.merge(check, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_CHECKS)
                .map(count -> new String[] {count.getKey(), Texts.count(count.getValue(), "cell")})
                .toList();
    }

    /** The red tests that are no cells, as far as there is room. */
    public List<RedLeaf> redLeaves() {
        List<RedLeaf> red = report.run().redLeaves();
        return red.subList(0, Math.min(MOST_FAILURES, red.size()));
    }

    /** How many of those there was no room for. */
    public int moreRedLeaves() {
        return report.run().redLeaves().size() - redLeaves().size();
    }

    /** How many are red and not among {@link #failures()}. */
    public int moreFailures() {
        return report.red().size() - failures.size();
    }

    /** Of each dimension its slices. */
    public List<List<Slice>> slices() {
        List<List<Slice>> slices = new ArrayList<>();
        for (Slice.Dimension dimension : Slice.Dimension.values()) {
            slices.add(Slice.by(dimension, report.run().cells()));
        }
        return slices;
    }

    /** Of all cells. */
    public Rate all() {
        return report.rate();
    }

    /** Whether there is a run before. */
    public boolean compares() {
        return report.comparison() != null;
    }

    /** How a slice stood before, or null. */
    public Comparison.@Nullable Move move(Slice slice) {
        Comparison comparison = report.comparison();
        if (comparison == null) {
            return null;
        }
        for (Comparison.Move move : comparison.moves()) {
            if (move.slice().equals(slice.name())) {
                return move;
            }
        }
        return null;
    }

    /** Where it hurts. */
    public HeatMap heat() {
        return HeatMap.of(report.run().cells());
    }

    /** How many cells there are. */
    public int cells() {
        return report.run().cells().size();
    }

    /** How many cells ended so, of the outcomes that there are. */
    public List<String[]> outcomes() {
        List<String[]> outcomes = new ArrayList<>();
        for (CellOutcome outcome : CellOutcome.values()) {
            int count = report.run().count(outcome);
            if (count > 0) {
                outcomes.add(new String[] {
                    Texts.count(count), outcome.text(), outcome.name().toLowerCase(Locale.ROOT)
                });
            }
        }
        return outcomes;
    }

    /** How many cells were fixed, and the names of some; null where none. */
    public @Nullable String fixed() {
        Comparison comparison = report.comparison();
        if (comparison == null) {
            return null;
        }
        List<String> names = comparison.cells(Comparison.Change.FIXED).stream()
                .map(CellOverview::name)
                .toList();
        return names.isEmpty() ? null : Texts.some(names, 10);
    }

    /** The cells of which the agent handed over too early, or not. */
    public List<CellOverview> escalated(String how) {
        return report.run().cells().stream()
                .filter(cell -> how.equals(cell.escalation()))
                .toList();
    }

    /** The cells whose longest trial took longest. */
    public List<CellOverview> slowest() {
        return report.slowest(5);
    }

    /** Earlier runs and this one. */
    public List<RunSummary> history() {
        return history;
    }

    /** Text for a table of the history. */
    public String[] historyRow(RunSummary run) {
        Rate rate = History.rate(run);
        return new String[] {
            time(run.startedAt()), Texts.percent(rate.value()), Texts.count(Math.round(rate.n())), rate.interval(),
        };
    }

    /** {@code 67 %}. */
    public String percent(Rate rate) {
        return Texts.percent(rate.value());
    }

    /** {@code 35–88 %}. */
    public String interval(Rate rate) {
        return rate.interval();
    }

    /** How many cells stand behind a rate. */
    public String n(Rate rate) {
        return Texts.count(Math.round(rate.n()));
    }

    /** Percentage points. */
    public String points(Comparison.Move move) {
        return Texts.points(move.before().value(), move.now().value());
    }

    /** A number with separators. */
    public String count(long number) {
        return Texts.count(number);
    }

    /** A time that something took. */
    public String duration(long millis) {
        return Texts.duration(millis);
    }

    /** A place on an axis from 0 to 100. */
    public String at(double share) {
        return String.format(Locale.ROOT, "%.2f", share * 100);
    }

    /** The class of a rate in the heat map: few cells are not shaded as strongly as many. */
    public String heatClass(Rate rate) {
        if (!rate.isKnown()) {
            return "none";
        }
        double value = rate.value();
        int level = value >= .995 ? 5 : value >= .95 ? 4 : value >= .85 ? 3 : value >= .7 ? 2 : value >= .4 ? 1 : 0;
        return "heat-" + level + (rate.n() < 10 ? " few" : "");
    }

    /** A link to a cell's view. */
    public String link(CellOverview cell) {
        return "#/cell/" + encoded(cell.caseId()) + "/" + encoded(cell.cohort());
    }

    /** A link to the table with these filters, given as names and values by turns; an empty value filters nothing. */
    public String cellsWith(String... filters) {
        StringBuilder link = new StringBuilder("#/cells");
        for (int i = 0; i < filters.length; i += 2) {
            if (!filters[i + 1].isEmpty()) {
                link.append(link.indexOf("?") < 0 ? '?' : '&')
                        .append(filters[i])
                        .append('=');
                link.append(encoded(filters[i + 1]));
            }
        }
        return link.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
