package dev.retrial.tickets.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.suite.EvalCase;
import dev.retrial.tickets.Effort;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import dev.retrial.tickets.redact.RedactionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/near-duplicates.md} shows is what runs here. */
class NearDuplicatesPageTest {

    private static final Path SOURCE =
            Path.of("src/test/java/dev/retrial/tickets/duplicate/NearDuplicatesPageTest.java");

    @TempDir
    Path directory;

    @Test
    void the_code_on_the_page_is_the_code_that_runs() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "near-duplicates.md"));
        String shown = page.substring(page.indexOf("```java") + 7, page.indexOf("```", page.indexOf("```java") + 7));
        String runs = Files.readString(SOURCE);

        assertThat(words(runs.substring(
                        runs.indexOf("        // shown\n"), runs.indexOf("        // end of what is shown\n"))))
                .contains(words(shown.replace("RedactionKey.fromEnvironment()", "fromEnvironment")
                        .replace("System.out.println", "said.add")));
    }

    @Test
    void it_tells_what_repeats_what() throws IOException {
        RedactionKey fromEnvironment = RedactionKey.of("0123456789abcdef13579bdf02468ace");
        List<SupportTicket> redacted = List.of(ticket("hmac:02"), ticket("hmac:01"));
        Path suiteDirectory = directory;
        Cases suite = new Cases(List.of());
        List<String> said = new ArrayList<>();
        // shown
        SignatureKey key = SignatureKey.of(fromEnvironment.derived("near-duplicates"));
        try (NearDuplicates search = new NearDuplicates(key, directory)) {
            for (EvalCase one : suite.cases()) {
                KnownCase.of(one).forEach(search::addCase);
            }
            RejectedTickets.read(suiteDirectory.resolve("tickets/rejected.jsonl"))
                    .forEach(search::addRejected);
            for (SupportTicket ticket : redacted) {
                search.add(ComparedText.of(ticket));
            }
            search.find().forEach(finding -> said.add(finding.ref() + " " + finding.kind()));
        }
        // end of what is shown
        assertThat(said).containsExactly("hmac:01 NEW", "hmac:02 REPEATS_TICKET");
    }

    private record Cases(List<EvalCase> cases) {}

    private static SupportTicket ticket(String ref) {
        TicketTurn turn = new TicketTurn(
                Role.CUSTOMER, "", null, "the lamp that I bought of you is broken again", null, List.of(), List.of());
        return new SupportTicket(
                "zendesk",
                ref,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(turn),
                List.of(),
                null,
                List.of(),
                Effort.UNKNOWN,
                List.of(),
                Map.of(),
                "test");
    }

    private static String words(String code) {
        return code.replaceAll("\\s+", "");
    }
}
