package dev.retrial.tickets.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.corpus.Corpus;
import dev.retrial.tickets.corpus.Labelled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drafts every failure of the labelled tickets, and says how many of the drafts hold on their own ticket. */
class DraftedCorpusTest {

    @TempDir
    Path suite;

    enum Kind {
        /** Only outcomes are told apart, by phrases; no tools, no cohorts. */
        BARE,
        /** The suite of the sample agent: tools, a catalogue, three cohorts with their voices, policies, and what always gates. */
        FULL
    }

    /** How many there are of one class. */
    private static final class Count {
        private int failures;
        private int drafts;
        private int hold;
        private int ofTheirClass;
        private int answered;
        private int holdOnBoth;

        private void add(Drafted drafted) {
            failures++;
            Draft draft = drafted.draft();
            if (draft == null) {
                return;
            }
            boolean holds = draft.checked().holds();
            drafts++;
            hold += holds ? 1 : 0;
            ofTheirClass += holds && !draft.json().path("observed").path(0).has("fails") ? 1 : 0;
            answered += draft.checked().accepted() == null ? 0 : 1;
            holdOnBoth += draft.checked().holdsOnBoth() ? 1 : 0;
        }
    }

    @ParameterizedTest
    @CsvSource({"BARE, true, .98", "BARE, false, .98", "FULL, true, .80", "FULL, false, .80"})
    void most_drafts_hold_on_their_own_ticket(Kind kind, boolean open, double share) throws IOException {
        write(kind);
        Drafter drafter = Drafter.in(suite, DraftSettings.DEFAULT);
        Map<FailureClass, Count> counts = new EnumMap<>(FailureClass.class);
        for (Labelled one : open ? Corpus.open(7, 1_000) : Corpus.heldBack(7, 1_000)) {
            FailureClass failure = one.label().failure();
            if (failure != null && !one.label().silent()) {
                Drafted drafted = drafter.draft(source(one));
                counts.computeIfAbsent(failure, key -> new Count()).add(drafted);
                show(drafted);
            }
        }

        System.out.printf(
                "%n%s suite, %s%n%-24s %8s %7s %6s %10s %9s %6s%n",
                kind, open ? "open" : "held back", "", "failures", "drafts", "hold", "of class", "answered", "hold");
        int drafts = 0;
        int hold = 0;
        for (Map.Entry<FailureClass, Count> entry : counts.entrySet()) {
            Count c = entry.getValue();
            System.out.printf(
                    "%-24s %8d %7d %6d %10d %9d %6d%n",
                    entry.getKey().key(), c.failures, c.drafts, c.hold, c.ofTheirClass, c.answered, c.holdOnBoth);
            assertThat(c.drafts).isEqualTo(c.failures);
            drafts += c.drafts;
            hold += c.hold;
        }
        assertThat((double) hold / drafts).isGreaterThanOrEqualTo(share);
        assertThat(counts).hasSize(FailureClass.values().length);
    }

    private int shown;

    private void show(Drafted drafted) {
        Draft draft = drafted.draft();
        if (System.getProperty("retrial.show") != null
                && draft != null
                && !draft.checked().holds()
                && shown++ < 12) {
            System.out.println(draft.text());
        }
    }

    private void write(Kind kind) throws IOException {
        if (kind == Kind.BARE) {
            Files.writeString(suite.resolve("suite.yaml"), """
                    outcomes:
                      escalated: {phrases: [transfer you, transferring you, hand you over, passing you to, colleague will reply]}
                      refused: {phrases: [cannot help, can't help, can't refund]}
                      asked: {question: true}
                    """);
            return;
        }
        Path sample = Path.of("../eval-samples/support-agent/src/test/resources/evals");
        try (Stream<Path> files = Files.walk(sample)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path name = sample.relativize(file);
                if (!name.startsWith("cases")) {
                    Path target = suite.resolve(name.toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }

    private static DraftSource source(Labelled one) {
        SupportTicket ticket = one.ticket();
        return new DraftSource(
                new SupportTicket(
                        ticket.system(),
                        "hmac:"
                                + SuiteTree.hash(ticket.id().getBytes(StandardCharsets.UTF_8))
                                        .substring(0, 16),
                        ticket.openedAt(),
                        ticket.updatedAt(),
                        ticket.channel(),
                        ticket.subject(),
                        ticket.status(),
                        ticket.category(),
                        ticket.parties(),
                        ticket.turns(),
                        ticket.ratings(),
                        ticket.aiOutcome(),
                        ticket.monitors(),
                        ticket.effort(),
                        ticket.tags(),
                        ticket.fields(),
                        ticket.source()),
                one.label().failure(),
                one.label().turn(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                1,
                null,
                null);
    }
}
