package dev.retrial.tickets.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.retrial.tickets.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawExportTest {

    private static final List<Labelled> TICKETS = Corpus.open(3, 600);

    @ParameterizedTest
    @ValueSource(strings = {"zendesk", "intercom", "freshdesk", "helpscout"})
    void everything_that_was_said_is_in_the_files_of_the_help_desk(String system) throws Exception {
        Map<String, String> files = RawExport.of(system, TICKETS);
        ObjectMapper mapper = new ObjectMapper();
        StringBuilder all = new StringBuilder();
        for (String file : files.values()) {
            all.append(mapper.readTree(file));
        }
        String text = all.toString();

        List<String> said = own(system)
                .flatMap(one -> one.ticket().turns().stream())
                .filter(turn -> turn.role() != Role.SYSTEM)
                .map(turn -> turn.text().lines().findFirst().orElse(""))
                .filter(line -> !line.contains("\"") && !line.contains(">") && !line.contains("&"))
                .toList();

        assertThat(said)
                .hasSizeGreaterThan(300)
                .allSatisfy(line -> assertThat(text).contains(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zendesk", "intercom", "freshdesk", "helpscout"})
    void every_ticket_is_in_the_files_by_its_id(String system) {
        String all = String.join("\n", RawExport.of(system, TICKETS).values());

        assertThat(own(system).map(one -> one.ticket().id()))
                .hasSizeGreaterThan(100)
                .allSatisfy(id -> assertThat(all).contains(id));
    }

    private static Stream<Labelled> own(String system) {
        return TICKETS.stream().filter(one -> one.ticket().system().equals(system));
    }
}
