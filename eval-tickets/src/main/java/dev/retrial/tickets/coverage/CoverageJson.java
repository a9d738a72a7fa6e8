package dev.retrial.tickets.coverage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.AiOutcome;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Coverage as JSON, for other tools. Every share is an object with {@code part}, {@code of}, {@code share}, {@code low}, {@code high} and
 * {@code few}; where {@code of} is 0, the three numbers are null.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CoverageJson {

    /** Raised where a reader of version 1 would misread it. */
    public static final int VERSION = 1;

    private static final JsonFactory JSON = JsonFactory.builder()
            // Half a character would not be UTF-8, and what stands in a page must not end it.
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private final JsonGenerator out;

    private CoverageJson(JsonGenerator out) {
        this.out = out;
    }

    /** The JSON as text. */
    public static String of(Coverage coverage) {
        StringWriter text = new StringWriter();
        try {
            write(coverage, text);
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes what is written to it", e);
        }
        return text.toString();
    }

    /**
     * Writes the JSON; the writer stays open.
     *
     * @throws IOException where the writer takes no more
     */
    public static void write(Coverage coverage, Writer to) throws IOException {
        JsonGenerator out = JSON.createGenerator(to).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        out.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
        new CoverageJson(out).write(coverage);
        out.writeRaw('\n');
        out.close();
    }

    private void write(Coverage coverage) throws IOException {
        out.writeStartObject();
        out.writeNumberField("version", VERSION);
        out.writeObjectFieldStart("window");
        text("first", coverage.window().first());
        text("last", coverage.window().today());
        out.writeNumberField("days", coverage.window().days());
        out.writeEndObject();
        out.writeNumberField("tickets", coverage.tickets());
        out.writeNumberField("tickets-in-window", coverage.inWindow());
        out.writeObjectFieldStart("failures");
        count(coverage.failures().count());
        share("stories-covered", coverage.failures().stories());
        share("own-case", coverage.failures().own());
        out.writeEndObject();
        matrix(coverage.classes());
        gaps(coverage);
        suite(coverage.suite());
        difficulty(coverage.difficulty());
        escalations(coverage.escalations());
        unknown(coverage.unknown());
        out.writeArrayFieldStart("slices");
        for (Coverage.Slice slice : coverage.slices()) {
            out.writeStartObject();
            text("dimension", slice.dimension());
            text("name", slice.name());
            count(slice.count());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void matrix(FailureMatrix matrix) throws IOException {
        out.writeArrayFieldStart("categories");
        for (FailureMatrix.Row row : matrix.rows()) {
            row(matrix, row);
        }
        row(matrix, matrix.total());
        out.writeEndArray();
    }

    private void row(FailureMatrix matrix, FailureMatrix.Row row) throws IOException {
        out.writeStartObject();
        text("kind", word(row.kind()));
        text("category", row.kind() == FailureMatrix.Kind.CATEGORY ? row.category() : null);
        cell(row.all());
        out.writeArrayFieldStart("classes");
        for (int i = 0; i < matrix.classes().size(); i++) {
            out.writeStartObject();
            failure(matrix.classes().get(i));
            cell(row.cells().get(i));
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void cell(FailureMatrix.Cell cell) throws IOException {
        count(cell.count());
        out.writeNumberField("cases", cell.cases());
        text("newest", cell.newest());
    }

    private void gaps(Coverage coverage) throws IOException {
        out.writeArrayFieldStart("without-case");
        for (Gap gap : coverage.gaps()) {
            out.writeStartObject();
            failure(gap.failure());
            text("about", gap.about());
            text("category", gap.category());
            count(gap.count());
            out.writeNumberField("without-case", gap.count().withoutCase());
            out.writeNumberField("stories", gap.stories());
            out.writeArrayFieldStart("cases");
            for (Gap.Known known : gap.cases()) {
                out.writeStartObject();
                text("case", known.id());
                text("status", known.status().key());
                out.writeEndObject();
            }
            out.writeEndArray();
            text("newest", gap.newest());
            texts("refs", gap.refs());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeNumberField("more-without-case", coverage.moreGaps());
    }

    private void suite(SuiteAge suite) throws IOException {
        out.writeObjectFieldStart("suite");
        out.writeNumberField("accepted", suite.accepted());
        out.writeNumberField("drafts", suite.drafts());
        out.writeNumberField("retired", suite.retired());
        out.writeNumberField("without-ticket", suite.byHand());
        share("told-in-window", suite.told());
        text("newest", suite.newest());
        number("newest-age-days", suite.newestAge());
        out.writeArrayFieldStart("untold");
        for (SuiteAge.Untold one : suite.untold()) {
            out.writeStartObject();
            text("case", one.id());
            text("title", one.title());
            text("status", one.status().key());
            failure(one.failure());
            text("category", one.category());
            text("last", one.last());
            number("age-days", one.age());
            out.writeNumberField("seen", one.seen());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeNumberField("more-untold", suite.moreUntold());
        out.writeEndObject();
    }

    private void difficulty(DifficultyMix difficulty) throws IOException {
        out.writeObjectFieldStart("difficulty");
        mix("all", difficulty.all());
        mix("agent", difficulty.agent());
        mix("people", difficulty.people());
        mix("nobody", difficulty.nobody());
        mix("end-not-told", difficulty.notTold());
        out.writeNumberField("people-without-agent-turn", difficulty.neverAgent());
        out.writeArrayFieldStart("reached-person-by-decile");
        for (Share share : difficulty.reach()) {
            share(share);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("systems");
        for (DifficultyMix.InSystem one : difficulty.systems()) {
            out.writeStartObject();
            text("system", one.system());
            mix("mix", one.mix());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("components");
        for (DifficultyMix.Component one : difficulty.components()) {
            out.writeStartObject();
            text("component", one.name());
            mean("all", one.all());
            mean("agent", one.agent());
            mean("people", one.people());
            out.writeNumberField("missing", one.missing());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("months");
        for (DifficultyMix.Month month : difficulty.months()) {
            out.writeStartObject();
            text("month", month.month());
            out.writeBooleanField("whole", month.whole());
            out.writeNumberField("tickets", month.tickets());
            share("reached-person", month.reachedPerson());
            share("hard", month.hardAll());
            share("hard-of-people", month.hardPeople());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeNumberField("before-trend", difficulty.beforeTrend());
        out.writeEndObject();
    }

    private void mix(String name, DifficultyMix.Mix mix) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeNumberField("tickets", mix.tickets());
        out.writeNumberField("unknown", mix.unknown());
        for (dev.retrial.suite.Difficulty level : dev.retrial.suite.Difficulty.values()) {
            share(level.key(), mix.share(level));
        }
        out.writeArrayFieldStart("deciles");
        for (int decile : mix.deciles()) {
            out.writeNumber(decile);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void mean(String name, DifficultyMix.Mean mean) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeNumberField("n", mean.n());
        figure("mean-rank", mean.value(), mean.n() > 0);
        out.writeEndObject();
    }

    private void escalations(Escalations escalations) throws IOException {
        out.writeObjectFieldStart("escalations");
        out.writeNumberField("agent-tickets", escalations.agentTickets());
        out.writeNumberField("handed-over", escalations.handedOver());
        share("premature", escalations.premature());
        share("missed", escalations.missed());
        out.writeNumberField("direction-not-told", escalations.directionNotTold());
        out.writeNumberField("without-agent-turn", escalations.withoutAgentTurn());
        out.writeObjectFieldStart("outcomes");
        for (Map.Entry<AiOutcome, Integer> one : escalations.outcomes().entrySet()) {
            share(word(one.getKey()), new Share(one.getValue(), escalations.told()));
        }
        out.writeEndObject();
        out.writeNumberField("outcome-not-told", escalations.outcomeNotTold());
        share("at-once", escalations.atOnce());
        share("left-alone", escalations.leftAlone());
        where("categories", escalations.categories());
        where("systems", escalations.systems());
        out.writeEndObject();
    }

    private void where(String name, List<Escalations.Where> list) throws IOException {
        out.writeArrayFieldStart(name);
        for (Escalations.Where one : list) {
            out.writeStartObject();
            text("name", one.name());
            share("premature", one.premature());
            share("missed", one.missed());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void unknown(NotKnown unknown) throws IOException {
        out.writeObjectFieldStart("not-known");
        out.writeNumberField("repeated", unknown.repeated());
        out.writeNumberField("no-day", unknown.noDay());
        out.writeNumberField("to-come", unknown.toCome());
        out.writeNumberField("left-open", unknown.open());
        out.writeNumberField("class-not-told", unknown.classNotTold());
        out.writeNumberField("class-from-case", unknown.reviewed());
        out.writeNumberField("unknown-cases", unknown.unknownCases());
        out.writeNumberField("cases-without-ticket", unknown.casesWithoutTicket());
        out.writeBooleanField("crowded", unknown.crowded());
        out.writeArrayFieldStart("systems");
        for (NotKnown.InSystem one : unknown.systems()) {
            out.writeStartObject();
            text("system", one.system());
            out.writeNumberField("tickets", one.tickets());
            text("first", one.first());
            text("last", one.last());
            out.writeNumberField("no-day", one.noDay());
            out.writeNumberField("no-category", one.noCategory());
            out.writeNumberField("no-language", one.noLanguage());
            out.writeNumberField("no-agent-turn", one.noAgentTurn());
            out.writeNumberField("no-outcome", one.noOutcome());
            out.writeNumberField("no-difficulty", one.noHardness());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void count(CoverCount count) throws IOException {
        out.writeNumberField("tickets", count.tickets());
        out.writeNumberField("with-case", count.withCase());
        out.writeNumberField("draft", count.draft());
        out.writeNumberField("retired", count.retired());
        out.writeNumberField("none", count.none());
        out.writeNumberField("rejected", count.rejected());
        share("covered", count.covered());
    }

    private void share(String name, Share share) throws IOException {
        out.writeFieldName(name);
        share(share);
    }

    private void share(Share share) throws IOException {
        out.writeStartObject();
        out.writeNumberField("part", share.part());
        out.writeNumberField("of", share.of());
        figure("share", share.value(), share.isKnown());
        figure("low", share.low(), share.isKnown());
        figure("high", share.high(), share.isKnown());
        out.writeBooleanField("few", share.isFew());
        out.writeEndObject();
    }

    private void figure(String name, double value, boolean known) throws IOException {
        if (known) {
            // Four digits say more than any count of tickets can.
            out.writeNumberField(name, Math.round(value * 10_000) / 10_000.0);
        } else {
            out.writeNullField(name);
        }
    }

    private void failure(@Nullable FailureClass failure) throws IOException {
        text("failure", failure == null ? null : failure.key());
    }

    private void text(String name, @Nullable Object value) throws IOException {
        out.writeStringField(name, value == null ? null : value.toString());
    }

    private void number(String name, @Nullable Long value) throws IOException {
        if (value == null) {
            out.writeNullField(name);
        } else {
            out.writeNumberField(name, value);
        }
    }

    private void texts(String name, List<String> values) throws IOException {
        out.writeArrayFieldStart(name);
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
