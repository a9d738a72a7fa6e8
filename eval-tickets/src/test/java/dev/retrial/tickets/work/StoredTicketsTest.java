package dev.retrial.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.tickets.review.TicketSource;
import dev.retrial.tickets.review.TicketSource.ShownTicket;
import dev.retrial.tickets.triage.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredTicketsTest {

    private static final Pattern REFERENCE = Pattern.compile("^\\{\"ref\":\"([^\"]+)\".*\"rule\"");

    @TempDir
    Path project;

    private TicketWork work;

    @BeforeEach
    void imported() throws Exception {
        work = SampleExport.work(project);
        ImportStep.run(work, List.of(SampleExport.FILES), null, SampleExport.KEY, false);
    }

    @Test
    void a_ticket_comes_with_what_triage_found_in_its_turns() throws Exception {
        TriageStep.run(work, false);
        ShownTicket shown = StoredTickets.of(work).find(reference());

        assertThat(shown.evidence())
                .isNotEmpty()
                .allMatch(one -> one.turn() == Evidence.NO_TURN
                        || one.end()
                                <= shown.ticket().turns().get(one.turn()).text().length());
    }

    @Test
    void what_triage_said_of_tickets_before_they_changed_is_not_shown() throws Exception {
        TriageStep.run(work, false);
        String reference = reference();
        Path file = work.directory().file(TriageFile.NAME);
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(0));

        assertThat(StoredTickets.of(work).find(reference).evidence()).isEmpty();
    }

    @Test
    void a_reference_that_nobody_knows_has_no_ticket() throws IOException {
        TicketSource tickets = StoredTickets.of(work);

        assertThat(tickets.find("hmac:0000000000000000")).isNull();
    }

    private String reference() throws IOException {
        return Files.readString(work.directory().file(TriageFile.NAME))
                .lines()
                .map(REFERENCE::matcher)
                .filter(java.util.regex.Matcher::find)
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
