package dev.retrial.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedThingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Our security team has it.                       | teams: security team
            Our dedicated security team has it.             | teams: security team
            The Escalations Desk and our legal department   | teams: Escalations Desk, teams: legal department
            It waits in our refunds queue.                  | queues: refunds queue
            It is in our SOC 2 report.                      | documents: SOC 2 report
            The 2026 guide tells more.                      | documents: 2026 guide
            Unser Sicherheitsteam meldet sich.              | teams: Sicherheitsteam
            Die Rechtsabteilung meldet sich.                | teams: Rechtsabteilung
            If you like, our security team will write.      | teams: security team
            Our very own and only, our security team        | teams: security team
            """)
    void what_the_company_calls_its_own_is_named(String reply, String named) {
        assertThat(String.join(", ", in(reply))).isEqualTo(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your security team has it.",
                "The team has it.",
                "Our friendly local team has it.",
                "Our security, team",
                "Our people of security team",
                "Our quarterly report is out.",
                "Our report is out.",
                "We have no security team.",
                "You wrote \"our security team\".",
                "Do you mean our security team?",
                "A security team of ours has it.",
                "We are teaming up and reporting.",
                "Das Team meldet sich.",
                "Our stream of music",
                "Our one two three four five security team"
            })
    void what_is_not_or_not_its_own_is_none(String reply) {
        assertThat(in(reply)).isEmpty();
    }

    @Test
    void a_thing_is_named_where_it_stands() {
        String reply = "Well, our security team has it.";

        assertThat(NamedThings.in(Statements.of(reply)).get(0).span().in(reply)).isEqualTo("security team");
    }

    @ParameterizedTest
    @EnumSource
    void only_what_is_said_or_supposed_is_taken_for_real(Stance stance) {
        assertThat(NamedThings.isSaidToBe(stance)).isEqualTo(stance == Stance.AFFIRMED || stance == Stance.CONDITIONAL);
    }

    private static List<String> in(String reply) {
        List<String> in = new ArrayList<>();
        for (NamedThings.Named named : NamedThings.in(Statements.of(reply))) {
            in.add(named.group().name().toLowerCase(Locale.ROOT) + ": " + named.name());
        }
        return in;
    }
}
