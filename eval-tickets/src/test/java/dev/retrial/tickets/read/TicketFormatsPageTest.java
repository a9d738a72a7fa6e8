package dev.retrial.tickets.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.read.neutral.NeutralTickets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/ticket-formats.md shows is read. */
class TicketFormatsPageTest {

    private static final Path PAGE = Path.of("../docs/ticket-formats.md");

    @TempDir
    Path directory;

    private static String example() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf("```json\n") + "```json\n".length();
        return page.substring(from, page.indexOf("\n```", from));
    }

    @Test
    void the_example_is_a_ticket_that_is_written_as_it_stands() throws Exception {
        SupportTicket ticket = NeutralTickets.read(example());

        assertThat(ticket.turns())
                .extracting(turn -> turn.role())
                .containsExactly(Role.CUSTOMER, Role.AI_AGENT, Role.INTERNAL_NOTE, Role.HUMAN_AGENT);
        assertThat(NeutralTickets.read(NeutralTickets.line(ticket))).isEqualTo(ticket);
        assertThat(NeutralTickets.line(ticket).replace("\"evidence\":\"neutral.role\",", ""))
                .isEqualTo(example());
    }

    @Test
    void the_example_is_read_among_exports() throws IOException {
        SupportTicket ticket =
                Exports.in(directory).file("crm.ndjson", example()).read().only();

        assertThat(ticket.system()).isEqualTo("acme-desk");
        assertThat(ticket.id()).isEqualTo("4711");
    }

    @Test
    void the_page_names_every_limit_with_its_default() throws IOException {
        ReadLimits limits = ReadLimits.DEFAULT;

        assertThat(Files.readString(PAGE))
                .contains(
                        "| " + (limits.recordChars() >> 20) + " Mi | `recordChars` |",
                        "| " + limits.depth() + " | `depth` |",
                        "| " + limits.ratio() + " | `ratio` |",
                        "| " + (limits.expandedBytes() >> 30) + " GiB | `expandedBytes` |",
                        "| " + (limits.ticketBytes() >> 20) + " MiB | `ticketBytes` |",
                        "| " + (limits.textChars() >> 10) + " Ki, then it is cut | `textChars` |");
    }
}
