package dev.retrial.tickets.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.read.file.ExportFiles;
import dev.retrial.tickets.read.gather.Item;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandingTest {

    private final TicketReading.Problems problems = new TicketReading.Problems(10);
    private final List<String> taken = new ArrayList<>();

    @Test
    void a_ticket_that_cannot_be_put_together_is_told_without_its_text_and_costs_no_other_one() throws IOException {
        ReadSummary summary = summary();

        assertThat(taken).containsExactly("1", "3");
        assertThat(summary.tickets()).isEqualTo(2);
        assertThat(summary.complete()).isFalse();
        assertThat(summary.problems()).hasSize(1).first().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("page.json");
            assertThat(problem.position()).isEqualTo("line 2");
            assertThat(problem.toString())
                    .contains("could not be put together: IllegalStateException at")
                    .doesNotContain("Dana");
        });
    }

    private ReadSummary summary() throws IOException {
        ExportFiles none = new ExportFiles(ReadLimits.DEFAULT, problems, (name, in) -> {}, bytes -> {});
        TicketReading.EachTicket<String> each = new TicketReading.EachTicket<>() {
            @Override
            public String of(SupportTicket ticket) {
                return ticket.id();
            }

            @Override
            public void take(String made) {
                taken.add(made);
            }
        };
        try (Handing<String> handing = new Handing<>(Desks.of("zendesk"), ReadSettings.DEFAULT, problems, each)) {
            handing.group("zendesk|1", List.of(ticket(1, "{\"id\": 1, \"subject\": \"Hello\"}")), 0);
            handing.group("zendesk|2", List.of(ticket(2, "{\"id\": 2, \"subject\": \"Dana")), 0);
            handing.group("zendesk|3", List.of(ticket(3, "{\"id\": 3, \"subject\": \"Hello\"}")), 0);
            return handing.summary(none);
        }
    }

    private static Item ticket(int id, String json) {
        return new Item(
                "zendesk|" + id,
                "ticket",
                Integer.toString(id),
                1,
                "page.json, line " + id,
                json.getBytes(StandardCharsets.UTF_8));
    }
}
