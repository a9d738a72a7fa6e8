package dev.retrial.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Expecting;
import dev.retrial.check.Failed;
import dev.retrial.check.claim.Founded;
import dev.retrial.check.reply.NeverAffirms;
import dev.retrial.check.reply.NeverAsks;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Tool;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.text.Phrase;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the checks make of sentences that were written before their rules, or without a look at them.
 *
 * <p>Of those that nothing was tuned on only figures are shown, so that nobody tunes on what they hold.
 */
@Tag("anywhere")
class StatementsCorpusTest {

    private static final List<String> KINDS = List.of("affirms", "asks", "claims");

    private static final ToolCatalog TOOLS = ToolCatalog.of(
            tool("issue_refund", Effect.WRITE),
            tool("escalate_to_human", Effect.WRITE),
            tool("lookup_order", Effect.READ),
            tool("cancel_subscription", Effect.WRITE),
            tool("add_note", Effect.LOG));

    static Stream<StatementCorpus> tuned() {
        return KINDS.stream().flatMap(kind -> StatementCorpus.tuned(kind).stream());
    }

    static Stream<StatementCorpus> byPhenomenon() {
        return StatementCorpus.byPhenomenon().stream();
    }

    @ParameterizedTest
    @MethodSource("byPhenomenon")
    void every_way_to_mention_is_told_right(StatementCorpus statement) {
        assertThat(finds(statement)).isEqualTo(statement.expected());
    }

    @ParameterizedTest
    @MethodSource("tuned")
    void every_sentence_of_the_half_that_was_tuned_on_is_told_right(StatementCorpus statement) {
        assertThat(finds(statement)).isEqualTo(statement.expected());
    }

    /** The aim is 95 of 100; what has been reached stands in docs/accuracy.md, and may not get worse. */
    @Test
    void of_the_other_half_as_many_are_told_right_as_are_published() {
        Tally tally = tally(StatementCorpus::otherHalf);
        assertThat(tally.share()).as(tally.figures()).isGreaterThanOrEqualTo(96 / 102.0);
    }

    @Test
    void of_the_untouched_sentences_as_many_are_told_right_as_are_published() {
        Tally tally = tally(StatementCorpus::untouched);
        assertThat(tally.share()).as(tally.figures()).isGreaterThanOrEqualTo(118 / 124.0);
    }

    private record Tally(double share, String figures) {}

    private static Tally tally(Function<String, List<StatementCorpus>> corpus) {
        int right = 0;
        int all = 0;
        StringBuilder figures = new StringBuilder();
        for (String kind : KINDS) {
            List<StatementCorpus> part = corpus.apply(kind);
            int rightOfKind = 0;
            for (StatementCorpus statement : part) {
                rightOfKind += finds(statement) == statement.expected() ? 1 : 0;
            }
            figures.append(kind)
                    .append(' ')
                    .append(rightOfKind)
                    .append('/')
                    .append(part.size())
                    .append(' ');
            right += rightOfKind;
            all += part.size();
        }
        return new Tally(right / (double) all, figures.toString());
    }

    private static boolean finds(StatementCorpus statement) {
        CheckResult result = check(statement).evaluate(Expecting.reply(statement.text()), Expecting.SCENE);
        return result instanceof Failed;
    }

    private static Check check(StatementCorpus statement) {
        return switch (statement.kind()) {
            case "affirms" -> new NeverAffirms(List.of(Phrase.of(statement.target())));
            case "asks" -> NeverAsks.of(statement.target());
            default -> Founded.of(TOOLS);
        };
    }

    private static Tool tool(String name, Effect effect) {
        return new Tool(name, "", effect, null, List.of());
    }
}
