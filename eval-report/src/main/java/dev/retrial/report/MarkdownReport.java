package dev.retrial.report;

import dev.retrial.report.Comparison.Change;
import dev.retrial.wording.MarkdownText;
import dev.retrial.wording.Texts;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The report as a comment on a pull request: what decides first, and what else there is as long as there is room.
 *
 * <p>What customers and agents wrote stands in it as code only, so that it formats, links and notifies nothing.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class MarkdownReport {

    /** The most characters: a comment on GitHub holds 65,536. */
    public static final int MOST = 65_000;

    /** More findings of a kind would leave no room for what the agent said. */
    private static final int MOST_OF_A_KIND = 20;

    private static final int LONGEST_REPLY = 1_200;

    private final Report report;
    private final @Nullable Comparison comparison;
    private final int room;
    private final StringBuilder text = new StringBuilder();
    private int left;

    private MarkdownReport(Report report, int most) {
        this.report = report;
        this.comparison = report.comparison();
        this.room = most - 200;
    }

    /**
     * The hidden first line by which a comment is found again, so that the next run updates it instead of adding one.
     *
     * @param suite the suite's name; each has a comment of its own
     */
    public static String marker(String suite) {
        return "<!-- retrial:" + suite.replaceAll("[^A-Za-z0-9._-]", "_") + " -->";
    }

    /** The comment, of at most {@link #MOST} characters. */
    public static String of(Report report) {
        return of(report, MOST);
    }

    static String of(Report report, int most) {
        return new MarkdownReport(report, most).write();
    }

    private String write() {
        Judgement judgement = report.judgement();
        text.append(marker(report.run().header().suite())).append('\n');
        text.append("## ").append(icon(judgement.verdict())).append(' ');
        text.append(judgement.verdict().text()).append(": ");
        text.append(MarkdownText.sentence(Texts.cut(judgement.sentence(), 1_000)))
                .append("\n\n");
        findings(judgement);
        cells();
        leaves();
        moves();
        slices();
        others();
        gate();
        cost();
        if (left > 0) {
            text.append("\n_Shortened: ").append(Texts.count(left, "part"));
            text.append(" had no room here; the HTML report has everything._\n");
        }
        return text.toString();
    }

    private static String icon(Judgement.Verdict verdict) {
        return switch (verdict) {
            case GREEN -> "✅";
            case RED -> "❌";
            case INCONCLUSIVE -> "❔";
        };
    }

    /** Appends a part where there is room for all of it. */
    private boolean add(String part) {
        if (text.length() + part.length() > room) {
            left++;
            return false;
        }
        text.append(part);
        return true;
    }

    /** What a gate found; where each cell's own rule decided, the cells say it. */
    private void findings(Judgement judgement) {
        for (Judgement.Finding finding : judgement.shown(MOST_OF_A_KIND)) {
            if (report.isDecided() || finding.kind() == Judgement.Kind.NOTICE) {
                String subject = finding.subject() == null ? "" : " " + MarkdownText.code(finding.subject());
                add("- **" + finding.kind().text() + "**" + subject + ": "
                        + MarkdownText.sentence(Texts.cut(finding.sentence(), 600)) + "\n");
            }
        }
    }

    private void cells() {
        List<CellOverview> red = report.red();
        ConversationReader now = new ConversationReader(report.run().directory());
        ConversationReader before = comparison == null
                ? null
                : new ConversationReader(comparison.before().directory());
        String heading = "";
        for (CellOverview cell : red) {
            Change change = comparison == null ? null : comparison.change(cell);
            String title = change == null ? "failing" : change.text();
            if (!title.equals(heading)) {
                heading = title;
                int many = comparison == null || change == null
                        ? red.size()
                        : comparison.cells(change).size();
                add("\n### " + Character.toUpperCase(title.charAt(0)) + title.substring(1) + " (" + Texts.count(many)
                        + ")\n\n");
            }
            // What failed before too is told by its name; what is new is shown.
            boolean shown = change != Change.STILL_FAILING;
            add(shown ? shown(cell, now, before) : listed(cell));
        }
        if (comparison != null) {
            List<CellOverview> fixed = comparison.cells(Change.FIXED);
            if (!fixed.isEmpty()) {
                add("\n### Fixed (" + Texts.count(fixed.size()) + ")\n\n");
                fixed.forEach(cell -> add("- " + MarkdownText.code(cell.name()) + "\n"));
            }
        }
    }

    /** The red tests that are no cells. */
    private void leaves() {
        String heading = "\n### Beside the cells ("
                + Texts.count(report.run().redLeaves().size()) + ")\n\n";
        for (RedLeaf leaf : report.run().redLeaves()) {
            add(heading + "- " + MarkdownText.code(leaf.name()) + " "
                    + MarkdownText.code(Texts.cut(leaf.sentence(), 600))
                    + (leaf.file().isEmpty() ? "" : ", " + MarkdownText.code(place(leaf.file(), leaf.line()))) + "\n");
            heading = "";
        }
    }

    private static String place(String file, int line) {
        return line > 0 ? file + ":" + line : file;
    }

    private String listed(CellOverview cell) {
        return "- " + MarkdownText.code(cell.name()) + " " + facts(cell) + "\n";
    }

    private static String facts(CellOverview cell) {
        CellOverview.Finding first = cell.first();
        StringBuilder facts = new StringBuilder();
        if (cell.trials().all() > 1) {
            facts.append(cell.trials().passed())
                    .append(" of ")
                    .append(cell.trials().all())
                    .append(" trials passed; ");
        }
        if (first == null) {
            return facts.append(cell.outcome().text()).toString();
        }
        if (!first.check().isEmpty()) {
            facts.append(MarkdownText.code(first.check())).append(' ');
        }
        if (first.expected() != null && first.was() != null) {
            facts.append("expected ").append(MarkdownText.code(first.expected()));
            facts.append(", was ").append(MarkdownText.code(first.was()));
        } else if (first.message() != null) {
            facts.append(MarkdownText.code(first.message()));
        }
        int more = cell.failedChecks().size() - 1;
        return facts.append(more > 0 ? " and " + Texts.count(more, "check") + " more" : "")
                .toString();
    }

    private String shown(CellOverview cell, ConversationReader now, @Nullable ConversationReader before) {
        StringBuilder part = new StringBuilder("<details><summary><code>");
        part.append(html(cell.name())).append("</code> ");
        CellOverview.Finding first = cell.first();
        part.append(html(first == null ? cell.outcome().text() : Texts.cut(first.sentence(), 160)));
        part.append("</summary>\n\n").append(facts(cell)).append("  \n");
        part.append(MarkdownText.code(cell.file() + ":" + cell.line())).append("\n\n");
        Integer turn = first == null ? null : first.turn();
        reply(part, "Now", now.read(cell.transcript()), turn);
        CellOverview was = comparison == null ? null : comparison.earlier(cell);
        if (before != null && was != null) {
            reply(part, "Before", before.read(was.transcript()), turn);
        }
        return part.append("</details>\n").toString();
    }

    private static void reply(
            StringBuilder part, String when, @Nullable Conversation conversation, @Nullable Integer turn) {
        String reply = conversation == null ? null : conversation.reply(turn);
        if (reply != null) {
            part.append(when).append(":\n\n").append(MarkdownText.block(Texts.cut(reply, LONGEST_REPLY)));
            part.append('\n');
        }
    }

    /** A summary is HTML, where a link or a mention would live; what could be one is told by number. */
    private static String html(String sentence) {
        StringBuilder safe = new StringBuilder();
        String line = Texts.line(sentence);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean plain = Character.isLetterOrDigit(c) || c >= 0x80 || " .,-()".indexOf(c) >= 0;
            if (plain) {
                safe.append(c);
            } else {
                safe.append("&#").append((int) c).append(';');
            }
        }
        return safe.toString();
    }

    private void moves() {
        if (comparison == null) {
            return;
        }
        List<Comparison.Move> moves = comparison.moves();
        if (moves.isEmpty()) {
            return;
        }
        StringBuilder part = new StringBuilder("\n### Slices that moved\n\n");
        part.append("| slice | before | now | points | cells | 95 % interval |\n|---|--:|--:|--:|--:|--:|\n");
        for (Comparison.Move move : moves.subList(0, Math.min(20, moves.size()))) {
            row(
                    part,
                    move.slice(),
                    Texts.percent(move.before().value()),
                    Texts.percent(move.now().value()),
                    Texts.points(move.before().value(), move.now().value()),
                    Texts.count(Math.round(move.now().n())),
                    move.now().interval());
        }
        add(part.toString());
    }

    private void slices() {
        List<Slice> slices = Slice.of(report.run().cells());
        if (slices.isEmpty()) {
            return;
        }
        StringBuilder part = new StringBuilder("\n<details><summary>All slices</summary>\n\n");
        part.append("| slice | passed | cells | 95 % interval | by tickets |\n|---|--:|--:|--:|--:|\n");
        for (Slice slice : slices.subList(0, Math.min(60, slices.size()))) {
            row(
                    part,
                    slice.name(),
                    Texts.percent(slice.rate().value()),
                    Texts.count(Math.round(slice.rate().n())),
                    slice.rate().interval(),
                    Texts.percent(slice.weighted().value()));
        }
        add(part.append("\n</details>\n").toString());
    }

    private static void row(StringBuilder table, String name, String... values) {
        table.append("| ").append(MarkdownText.cell(name)).append(" | ").append(String.join(" | ", values));
        table.append(" |\n");
    }

    private void others() {
        if (comparison == null) {
            return;
        }
        List<String> rewritten = new ArrayList<>();
        for (CellOverview cell : report.run().cells()) {
            if (comparison.rewritten(cell)) {
                rewritten.add(cell.name());
            }
        }
        names("Unverifiable, since the case was rewritten", rewritten);
        names("No longer there", comparison.gone());
    }

    private void names(String title, List<String> names) {
        if (!names.isEmpty()) {
            List<String> codes =
                    names.stream().limit(20).map(MarkdownText::code).toList();
            add("\n**" + title + " (" + Texts.count(names.size()) + "):** " + String.join(", ", codes)
                    + (names.size() > 20 ? ", …" : "") + "\n");
        }
    }

    /** What the gate compared with, and what its silence is worth. */
    private void gate() {
        GateFindings gate = report.gate();
        if (gate == null) {
            return;
        }
        StringBuilder part = new StringBuilder("\n**Attempts:** ").append(MarkdownText.sentence(gate.attempts()));
        part.append(".\n");
        List<String> changed = gate.changed();
        if (!changed.isEmpty()) {
            part.append("**Changed since the record:** ");
            part.append(
                    String.join(", ", changed.stream().map(MarkdownText::code).toList()));
            part.append(".\n");
        }
        String noticed = gate.noticed();
        if (noticed != null) {
            part.append("**What would be noticed:** ")
                    .append(MarkdownText.sentence(noticed))
                    .append(".\n");
        }
        add(part.toString());
    }

    private void cost() {
        StringBuilder part = new StringBuilder("\n**Cost:** ").append(report.cost());
        part.append("; ").append(Report.latency(report.run())).append(".\n");
        String before = report.costBefore();
        if (before != null && comparison != null) {
            part.append("Before: ").append(before).append("; ");
            part.append(Report.latency(comparison.before())).append(".\n");
        }
        add(part.toString());
    }
}
