package dev.retrial.tickets.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.corpus.Corpus;
import dev.retrial.tickets.corpus.Labelled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts every failure of the labelled tickets, and says how many of the drafts hold on their own ticket. */
class DraftedCorpusTest {

    @TempDir
    Path suite;

    @Test
    void most_drafts_hold_on_their_own_ticket() throws IOException {
        Files.writeString(suite.resolve("suite.yaml"), """
                outcomes:
                  escalated: {phrases: [transfer you, transferring you, hand you over, passing you to, forwarded this to, a colleague will reply]}
                  refused: {phrases: [cannot help, can't help, can't refund]}
                  asked: {question: true}
                """);
        Drafter drafter = Drafter.in(suite, DraftSettings.DEFAULT);
        for (String pool : List.of("open", "held-back")) {
            List<Labelled> tickets = pool.equals("open") ? Corpus.open(7, 2_000) : Corpus.heldBack(7, 2_000);
            Map<FailureClass, int[]> byClass = new TreeMap<>();
            long before = System.nanoTime();
            for (Labelled one : tickets) {
                FailureClass failure = one.label().failure();
                if (failure == null || one.label().silent()) {
                    continue;
                }
                Drafted drafted = drafter.draft(source(one));
                int[] counts = byClass.computeIfAbsent(failure, key -> new int[5]);
                counts[0]++;
                Draft draft = drafted.draft();
                if (draft == null) {
                    System.out.println("NONE " + failure + " " + drafted.problem());
                    continue;
                }
                counts[1]++;
                counts[2] += draft.checked().holds() ? 1 : 0;
                counts[3] += draft.checked().accepted() != null ? 1 : 0;
                counts[4] += draft.checked().holdsOnBoth() ? 1 : 0;
                if (System.getProperty("show") != null && !draft.checked().holds() && counts[1] - counts[2] < 4) {
                    System.out.println(draft.text());
                }
                if (System.getProperty("good") != null && draft.checked().holds() && counts[2] < 3) {
                    System.out.println(draft.id() + "\n" + draft.text());
                }
            }
            System.out.printf(Locale.ROOT, "%s: %d ms%n", pool, (System.nanoTime() - before) / 1_000_000);
            byClass.forEach((failure, c) -> System.out.printf(
                    "%-10s %-24s failures %4d drafts %4d hold %4d; with accepted %4d hold %4d%n",
                    pool, failure.key(), c[0], c[1], c[2], c[3], c[4]));
        }
        assertThat(suite).exists();
    }

    private static DraftSource source(Labelled one) {
        SupportTicket ticket = one.ticket();
        return new DraftSource(
                new SupportTicket(
                        ticket.system(),
                        "hmac:" + SuiteTree.hash(ticket.id().getBytes(java.nio.charset.StandardCharsets.UTF_8)).substring(0, 16),
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
                List.of(),
                1,
                null,
                null);
    }
}
