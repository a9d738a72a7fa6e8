package dev.retrial.tickets.redact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import org.junit.jupiter.api.Test;

class RedactorTest {

    private static final Tickets DANA = Tickets.ticket()
            .party(Role.CUSTOMER, "Dana Whitfield", "dana.whitfield@acme-corp.com", "+1 415-867-5309")
            .says("Hi, Dana here. Write to dana.whitfield@acme-corp.com or call (415) 867.5309.")
            .turn(Role.HUMAN_AGENT, "Dear Ms Whitfield, I see WHITFIELD and dana in our books.");

    @Test
    void a_person_has_the_same_surrogate_in_full_and_in_part_and_in_the_address() {
        SupportTicket ticket = DANA.redacted().ticket();
        String[] name = ticket.parties().get(0).names().get(0).split(" ");

        assertThat(ticket.turns().get(0).text())
                .startsWith("Hi, " + name[0] + " here. Write to " + Letters.fold(name[0]) + "." + Letters.fold(name[1])
                        + "@");
        assertThat(ticket.turns().get(1).text())
                .startsWith("Dear Ms " + name[1] + ", I see " + name[1].toUpperCase(java.util.Locale.ROOT) + " and "
                        + Letters.lower(name[0]) + " in");
    }

    @Test
    void a_known_number_is_found_in_any_spelling_and_becomes_one_that_is_nobodys() {
        SupportTicket ticket = DANA.redacted().ticket();

        assertThat(ticket.turns().get(0).text()).containsPattern("\\(\\d{3}\\) 555\\.01\\d\\d");
        assertThat(KnownParties.digits(ticket.parties().get(0).phones().get(0)).substring(1))
                .isEqualTo(KnownParties.digits(ticket.turns().get(0).text()));
    }

    @Test
    void the_same_ticket_under_the_same_key_comes_out_the_same() {
        assertThat(DANA.redacted()).isEqualTo(DANA.redacted());
    }

    @Test
    void another_ticket_of_the_same_person_has_another_surrogate_unless_the_scope_is_the_project() {
        RedactionSettings project = new RedactionSettings(
                java.util.List.of("US"),
                java.util.List.of(),
                java.util.List.of(),
                java.util.List.of(),
                RedactionSettings.Scope.PROJECT,
                false);
        Tickets other = Tickets.ticket().id("771").party(Role.CUSTOMER, "Dana Whitfield", null, null);

        assertThat(other.redacted().ticket().parties().get(0).names())
                .isNotEqualTo(DANA.redacted().ticket().parties().get(0).names());
        assertThat(other.redacted(project).ticket().parties().get(0).names())
                .isEqualTo(DANA.redacted(project).ticket().parties().get(0).names());
    }

    @Test
    void the_id_becomes_the_keyed_reference_and_authors_are_keyed() {
        SupportTicket ticket = Tickets.ticket()
                .id("482913")
                .by("998812")
                .says("Ticket 482913, by 998812.")
                .redacted()
                .ticket();

        assertThat(ticket.id()).isEqualTo(Tickets.KEY.reference("zendesk", "482913"));
        assertThat(ticket.turns().get(0).author()).startsWith("hmac:");
        assertThat(ticket.toString()).doesNotContain("482913").doesNotContain("998812");
    }

    @Test
    void arguments_and_results_agree_with_the_text() {
        SupportTicket ticket = Tickets.ticket()
                .says("My customer number is C-88231, and I am at mia@gmx.net")
                .call(
                        "{\"customer_id\": \"C-88231\", \"email\": \"mia@gmx.net\", \"amount\": 89.00}",
                        "{\"name\": \"Blue kettle\", \"order_id\": 4711882}")
                .redacted()
                .ticket();
        var arguments = java.util.Objects.requireNonNull(
                ticket.turns().get(1).calls().get(0).arguments());

        assertThat(ticket.turns().get(0).text())
                .contains(arguments.get("customer_id").asText())
                .contains(arguments.get("email").asText())
                .doesNotContain("88231")
                .doesNotContain("mia@gmx");
        assertThat(arguments.get("amount").asDouble()).isEqualTo(89);
        assertThat(ticket.turns().get(1).calls().get(0).result())
                .hasToString("{\"name\":\"Blue kettle\",\"order_id\":4711882}");
    }
}
