package dev.retrial.tickets.read.neutral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retrial.tickets.Effort;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.read.Tickets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NeutralTicketsTest {

    @Provide
    Arbitrary<List<SupportTicket>> tickets() {
        return Tickets.any().list().ofMinSize(1).ofMaxSize(3);
    }

    @Property(tries = 300)
    void what_is_written_is_read_again_as_it_was(@ForAll("tickets") List<SupportTicket> tickets)
            throws IOException, InvalidTicketException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (NeutralTickets.Lines lines = NeutralTickets.writer(bytes)) {
            for (SupportTicket ticket : tickets) {
                lines.write(ticket);
            }
        }
        List<SupportTicket> again = new ArrayList<>();

        NeutralTickets.read(new ByteArrayInputStream(bytes.toByteArray()), again::add);

        assertThat(again).isEqualTo(tickets);
    }

    @Test
    void a_ticket_needs_only_its_system_its_id_and_what_was_said() throws InvalidTicketException {
        SupportTicket ticket = NeutralTickets.read(
                "{\"system\": \"acme\", \"id\": \"7\", \"turns\": [{\"role\": \"customer\", \"text\": \"Hello?\"}], \"unknown\": 1}");

        assertThat(ticket.turns()).hasSize(1);
        assertThat(ticket.turns().get(0).role()).isEqualTo(Role.CUSTOMER);
        assertThat(ticket.turns().get(0).roleEvidence()).isEqualTo("neutral.role");
        assertThat(ticket.effort()).isEqualTo(Effort.UNKNOWN);
    }

    @Test
    void a_key_of_the_wrong_type_is_named_without_what_it_says() {
        assertThatThrownBy(
                        () -> NeutralTickets.read(
                                "{\"system\": \"acme\", \"id\": \"7\", \"turns\": [{\"role\": \"dana@example.com\", \"text\": \"x\"}]}"))
                .isInstanceOf(InvalidTicketException.class)
                .hasMessage("`turns[0].role` should be one of customer, ai-agent, human-agent, internal-note, system");
    }

    @Test
    void a_date_without_its_zone_is_an_error() {
        assertThatThrownBy(
                        () -> NeutralTickets.read("{\"system\": \"a\", \"id\": \"7\", \"openedAt\": \"2026-03-02\"}"))
                .hasMessageContaining("`openedAt` should be a date and time with its zone");
    }

    @Test
    void a_line_that_is_no_json_is_named_by_its_number() {
        byte[] lines = "{\"system\":\"a\",\"id\":\"1\"}\n\n{\"secret".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> NeutralTickets.read(new ByteArrayInputStream(lines), ticket -> {}))
                .isInstanceOf(InvalidTicketException.class)
                .hasMessage("line 3: the line is not JSON");
    }
}
