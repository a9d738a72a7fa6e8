package dev.retrial.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.check.CheckResult;
import dev.retrial.check.Failed;
import dev.retrial.check.reply.NeverAffirms;
import dev.retrial.text.Phrase;
import dev.retrial.check.Expecting;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the checks make of two hundred sentences that were written before their rules. */
class StatementsCorpusTest {

    static Stream<StatementCorpus> affirms() {
        return StatementCorpus.tuned("affirms").stream();
    }

    @ParameterizedTest
    @MethodSource("affirms")
    void tells_what_is_affirmed(StatementCorpus statement) {
        assertThat(finds(statement)).isEqualTo(statement.expected());
    }

    private static boolean finds(StatementCorpus statement) {
        CheckResult result = new NeverAffirms(List.of(Phrase.of(statement.target())))
                .evaluate(Expecting.reply(statement.text()), Expecting.SCENE);
        return result instanceof Failed;
    }
}
