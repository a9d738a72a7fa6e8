package dev.retrial.tickets.coverage;

import dev.retrial.suite.Difficulty;
import dev.retrial.suite.FailureClass;
import dev.retrial.wording.MarkdownText;
import dev.retrial.wording.Texts;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Coverage as Markdown, for a wiki, a pull request or a message. What others wrote stands in it as code only. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CoverageMarkdown {

    private static final int GAPS = 20;
    private static final int UNTOLD = 20;

    private final Coverage coverage;
    private final Sentences sentences;
    private final StringBuilder out = new StringBuilder();

    private CoverageMarkdown(Coverage coverage) {
        this.coverage = coverage;
        this.sentences = new Sentences(coverage);
    }

    /** The Markdown as text. */
    public static String of(Coverage coverage) {
        return new CoverageMarkdown(coverage).text();
    }

    private String text() {
        line("# What the tickets say");
        line("");
        line("**" + sentences.title() + "**");
        line("");
        line("Tickets opened " + sentences.span() + ": " + Texts.count(coverage.inWindow()) + " of "
                + Texts.count(coverage.tickets()) + " that were read.");
        line("");
        row("", "", "of");
        line("|---|---:|---|");
        for (Sentences.Headline one : sentences.headlines()) {
            row(one.label(), one.figure() + (one.few() ? " (few)" : ""), MarkdownText.sentence(one.says()));
        }
        gaps();
        matrix();
        suite();
        difficulty();
        escalations();
        unknown();
        line("");
        line("## What the words mean");
        line("");
        for (Definition one : Definition.ALL) {
            line("- **" + one.term() + "**: " + one.means());
        }
        return out.toString();
    }

    private void gaps() {
        heading("Failures without a case");
        if (coverage.gaps().isEmpty()) {
            line(
                    coverage.failures().count().tickets() == 0
                            ? "No failure in these days."
                            : "Every failure has a case.");
            return;
        }
        row(
                "failure",
                "about",
                "category",
                "without a case",
                "of",
                "stories",
                "newest",
                "draft or retired case",
                "tickets");
        line("|---|---|---|---:|---:|---:|---|---|---|");
        List<Gap> gaps = coverage.gaps();
        for (Gap gap : gaps.subList(0, Math.min(GAPS, gaps.size()))) {
            row(
                    Words.failure(gap.failure()),
                    MarkdownText.cell(gap.about()),
                    MarkdownText.cell(gap.category()),
                    Texts.count(gap.count().withoutCase()),
                    Texts.count(gap.count().tickets()),
                    Texts.count(gap.stories()),
                    gap.newest().toString(),
                    known(gap.cases()),
                    MarkdownText.cells(gap.refs()));
        }
        more(gaps.size() - GAPS + coverage.moreGaps(), "family");
    }

    private static String known(List<Gap.Known> cases) {
        if (cases.isEmpty()) {
            return "–";
        }
        StringBuilder text = new StringBuilder();
        for (Gap.Known one : cases) {
            text.append(text.isEmpty() ? "" : ", ").append(MarkdownText.cell(one.id()));
            text.append(" (").append(one.status().key()).append(')');
        }
        return text.toString();
    }

    private void matrix() {
        heading("Support category and failure class");
        FailureMatrix matrix = coverage.classes();
        if (matrix.rows().isEmpty()) {
            line("No failure, and no case with a failure class.");
            return;
        }
        line("Failures with a case, of all failures; in brackets the cases, where there are any.");
        line("");
        StringBuilder head = new StringBuilder("| category |");
        StringBuilder rule = new StringBuilder("|---|");
        for (FailureClass column : matrix.classes()) {
            head.append(' ').append(Words.failure(column)).append(" |");
            rule.append("---:|");
        }
        line(head.append(" all | share | 95 % interval | rejected | newest |").toString());
        line(rule.append("---:|---:|---:|---:|---|").toString());
        for (FailureMatrix.Row row : matrix.rows()) {
            matrixRow(row);
        }
        matrixRow(matrix.total());
    }

    private void matrixRow(FailureMatrix.Row row) {
        StringBuilder line = new StringBuilder("| ")
                .append(
                        switch (row.kind()) {
                            case CATEGORY -> MarkdownText.cell(row.category());
                            case NO_CATEGORY -> "no category";
                            case OTHERS -> "other categories";
                            case ALL -> "**all**";
                        })
                .append(" |");
        for (FailureMatrix.Cell cell : row.cells()) {
            line.append(' ').append(square(cell)).append(" |");
        }
        CoverCount count = row.all().count();
        line.append(' ').append(square(row.all())).append(" | ").append(percent(count.covered()));
        line.append(" | ").append(count.covered().interval()).append(" | ").append(count.rejected());
        line.append(" | ")
                .append(row.all().newest() == null ? "–" : row.all().newest())
                .append(" |");
        line(line.toString());
    }

    private static String square(FailureMatrix.Cell cell) {
        CoverCount count = cell.count();
        String tickets =
                count.tickets() == 0 ? "–" : Texts.count(count.withCase()) + " of " + Texts.count(count.tickets());
        return cell.cases() == 0 ? tickets : tickets + " [" + Texts.count(cell.cases()) + "]";
    }

    private void suite() {
        heading("Cases that no ticket tells");
        SuiteAge suite = coverage.suite();
        line(Texts.count(suite.accepted(), "accepted case") + ", " + Texts.count(suite.drafts(), "draft") + ", "
                + Texts.count(suite.retired(), "retired case") + ".");
        line("A ticket of these days tells " + Sentences.percentOf(suite.told(), "case") + ".");
        if (suite.untold().isEmpty()) {
            return;
        }
        line("");
        row("case", "title", "failure", "status", "last told", "days ago");
        line("|---|---|---|---|---|---:|");
        for (SuiteAge.Untold one :
                suite.untold().subList(0, Math.min(UNTOLD, suite.untold().size()))) {
            row(
                    MarkdownText.cell(one.id()),
                    MarkdownText.cell(one.title()),
                    one.failure() == null ? "–" : Words.failure(one.failure()),
                    one.status().key(),
                    one.last() == null ? "not known" : one.last().toString(),
                    one.age() == null ? "–" : Texts.count(one.age()));
        }
        more(suite.untold().size() - UNTOLD + suite.moreUntold(), "case");
    }

    private void difficulty() {
        heading("Difficulty, before and after the agent");
        DifficultyMix difficulty = coverage.difficulty();
        row("", "tickets", "easy", "medium", "hard", "hard, 95 % interval", "not known");
        line("|---|---:|---:|---:|---:|---:|---:|");
        mix("all tickets", difficulty.all());
        mix("settled by the agent", difficulty.agent());
        mix("reached a person", difficulty.people());
        mix("ended with neither", difficulty.nobody());
        mix("end not told", difficulty.notTold());
        line("");
        line(
                "Part of the gap is by construction: a ticket that no person touched costs people little; the components below tell them apart.");
        line("");
        row("component: mean rank (tickets)", "all", "settled by the agent", "reached a person", "missing");
        line("|---|---:|---:|---:|---:|");
        for (DifficultyMix.Component one : difficulty.components()) {
            row(
                    MarkdownText.cell(one.name()),
                    mean(one.all()),
                    mean(one.agent()),
                    mean(one.people()),
                    Texts.count(one.missing()));
        }
        line("");
        row("decile", "reached a person", "share", "95 % interval");
        line("|---:|---:|---:|---:|");
        for (int i = 0; i < difficulty.reach().size(); i++) {
            Share share = difficulty.reach().get(i);
            row(String.valueOf(i + 1), share.part() + " of " + share.of(), percent(share), share.interval());
        }
        line("");
        row("system", "tickets", "easy", "medium", "hard", "by decile, from the easiest", "not known");
        line("|---|---:|---:|---:|---:|---|---:|");
        for (DifficultyMix.InSystem one : difficulty.systems()) {
            DifficultyMix.Mix mix = one.mix();
            row(
                    one.system() == null ? "not told" : MarkdownText.cell(one.system()),
                    Texts.count(mix.tickets()),
                    percent(mix.share(Difficulty.EASY)),
                    percent(mix.share(Difficulty.MEDIUM)),
                    percent(mix.share(Difficulty.HARD)),
                    String.join(" ", mix.deciles().stream().map(String::valueOf).toList()),
                    Texts.count(mix.unknown()));
        }
        line("");
        row(
                "month (UTC)",
                "tickets",
                "reached a person",
                "95 % interval",
                "hard",
                "of",
                "hard, of what reached a person",
                "of");
        line("|---|---:|---:|---:|---:|---:|---:|---:|");
        for (DifficultyMix.Month month : difficulty.months()) {
            row(
                    month.month() + (month.whole() ? "" : " so far"),
                    Texts.count(month.tickets()),
                    percent(month.reachedPerson()),
                    month.reachedPerson().interval(),
                    percent(month.hardAll()),
                    Texts.count(month.hardAll().of()),
                    percent(month.hardPeople()),
                    Texts.count(month.hardPeople().of()));
        }
    }

    private void mix(String label, DifficultyMix.Mix mix) {
        Share hard = mix.share(Difficulty.HARD);
        row(
                label,
                Texts.count(mix.tickets()),
                percent(mix.share(Difficulty.EASY)),
                percent(mix.share(Difficulty.MEDIUM)),
                percent(hard),
                hard.interval(),
                Texts.count(mix.unknown()));
    }

    private static String mean(DifficultyMix.Mean mean) {
        return Words.rank(mean.value()) + " (" + Texts.count(mean.n()) + ")";
    }

    private void escalations() {
        heading("Hand-overs to people");
        Escalations escalations = coverage.escalations();
        row("", "tickets", "of", "share", "95 % interval");
        line("|---|---:|---:|---:|---:|");
        share("handed over too early, of hand-overs", escalations.premature());
        share("handed over too late or never, of tickets in which the agent spoke", escalations.missed());
        share("a hint: handed over after a single turn, of those called escalated", escalations.atOnce());
        share("a hint: not helped or gone, and no person replied, of those with an outcome", escalations.leftAlone());
        escalations
                .outcomes()
                .forEach((outcome, count) ->
                        share("the help desk says: " + Outcomes.text(outcome), new Share(count, escalations.told())));
        line("");
        row("where", "too early", "too late or never");
        line("|---|---:|---:|");
        for (Escalations.Where one : escalations.categories()) {
            where(one, "no category");
        }
        for (Escalations.Where one : escalations.systems()) {
            where(one, "no system");
        }
    }

    private void where(Escalations.Where one, String otherwise) {
        row(
                one.name() == null ? otherwise : MarkdownText.cell(one.name()),
                figures(one.premature()),
                figures(one.missed()));
    }

    private static String figures(Share share) {
        return Texts.count(share.part()) + " of " + Texts.count(share.of()) + " (" + percent(share) + ")";
    }

    private void share(String label, Share share) {
        row(label, Texts.count(share.part()), Texts.count(share.of()), percent(share), share.interval());
    }

    private void unknown() {
        heading("What is not known");
        List<String> unknowns = sentences.unknowns();
        if (unknowns.isEmpty()) {
            line("Nothing that these figures need.");
        }
        for (String one : unknowns) {
            line("- " + MarkdownText.sentence(one));
        }
        line("");
        row(
                "system",
                "tickets",
                "days",
                "no day",
                "no category",
                "no language",
                "no agent turn",
                "no outcome",
                "no difficulty");
        line("|---|---:|---|---:|---:|---:|---:|---:|---:|");
        for (NotKnown.InSystem one : coverage.unknown().systems()) {
            row(
                    one.system() == null ? "not told" : MarkdownText.cell(one.system()),
                    Texts.count(one.tickets()),
                    one.first() == null ? "–" : one.first() + " to " + one.last(),
                    Texts.count(one.noDay()),
                    Texts.count(one.noCategory()),
                    Texts.count(one.noLanguage()),
                    Texts.count(one.noAgentTurn()),
                    Texts.count(one.noOutcome()),
                    Texts.count(one.noHardness()));
        }
    }

    private static String percent(Share share) {
        return Texts.percent(share.value()) + (share.isKnown() && share.isFew() ? " (few)" : "");
    }

    private void more(int count, String noun) {
        if (count > 0) {
            line("");
            line("And " + Texts.count(count, noun) + " more.");
        }
    }

    private void heading(String text) {
        line("");
        line("## " + text);
        line("");
    }

    private void row(@Nullable String... cells) {
        out.append('|');
        for (String cell : cells) {
            out.append(' ').append(cell).append(" |");
        }
        out.append('\n');
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
