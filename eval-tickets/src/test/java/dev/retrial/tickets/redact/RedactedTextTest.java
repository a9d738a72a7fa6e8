package dev.retrial.tickets.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of single texts. */
class RedactedTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your bot promised a refund of $1,249.00 for order A-1042 within 60 days. Will you keep that?",
                "ORDER NOT RECEIVED!!! CALL ME NOW. ORDER 4471882, tracking 1Z999AA10123456784",
                "We use GitHub Actions and Okta on the Enterprise plan in Germany since Monday, version 4.12.0.1.",
                "Meine Bestellung ist nicht angekommen, das Paket liegt laut DHL in der Filiale Ostbahnhof.",
                "Ma commande n'est pas arrivée, merci de votre réponse.",
            })
    void what_is_nobodys_stays(String text) {
        assertThat(Tickets.said(text)).isEqualTo(text);
    }

    @Test
    void what_may_be_a_name_is_masked_and_listed_by_its_shape() {
        Redacted redacted = Tickets.ticket()
                .says("I was told so by Kowalczyk Brandt yesterday.")
                .redacted();

        assertThat(redacted.ticket().turns().get(0).text()).isEqualTo("I was told so by [name?] yesterday.");
        assertThat(redacted.redaction().uncertain())
                .containsExactly(new Uncertain("turns[0].text", 17, 24, "person", "Xxxxxxxxx Xxxxxx", 0.6));
        assertThat(redacted.toString()).doesNotContain("Kowalczyk");
    }

    @Test
    void a_long_number_that_nothing_tells_is_masked() {
        assertThat(Tickets.said("and then 883712349911 happened")).isEqualTo("and then [number?] happened");
    }

    @Test
    void what_is_kept_is_never_hidden_and_what_is_to_be_hidden_always_is() {
        RedactionSettings settings = new RedactionSettings(
                List.of("US"),
                List.of("Kowalczyk Brandt"),
                List.of("project falcon"),
                List.of(),
                RedactionSettings.Scope.TICKET,
                false);

        assertThat(Tickets.ticket()
                        .says("The Kowalczyk Brandt runs Project Falcon.")
                        .redacted(settings)
                        .ticket()
                        .turns()
                        .get(0)
                        .text())
                .isEqualTo("The Kowalczyk Brandt runs [hidden].");
    }

    @Test
    void dates_move_by_whole_weeks_in_stamps_and_in_every_language() {
        SupportTicket ticket = Tickets.ticket()
                .says("2026-03-02, March 2, 2026, 2nd of March 2026, 03/02/2026, 2 mars 2026")
                .redacted()
                .ticket();
        LocalDate moved = LocalDate.parse(ticket.turns().get(0).text().substring(0, 10));
        Duration by = Duration.between(Instant.parse("2026-03-02T09:15:00Z"), ticket.openedAt());

        assertThat(by.toDays() % 7).isZero();
        assertThat(by.toDays()).isBetween(-56L, -7L);
        assertThat(moved).isEqualTo(LocalDate.of(2026, 3, 2).plusDays(by.toDays()));
        assertThat(Duration.between(ticket.openedAt(), ticket.updatedAt())).isEqualTo(Duration.ofDays(3));
        assertThat(ticket.turns().get(0).text())
                .doesNotContain("March 2,")
                .doesNotContain("03/02")
                .doesNotContain("2 mars");
    }

    @Test
    void a_German_date_stays_German() {
        String month = moved("am 3. April 2026").split(" ")[2];

        assertThat(month).isIn("Februar", "März");
    }

    private static String moved(String text) {
        return Tickets.said(text);
    }

    @Test
    void an_attachment_keeps_its_ending_and_a_source_its_file() {
        SupportTicket ticket = Tickets.ticket()
                .source("/home/dwhitfield/export.json:3")
                .attachment("passport of me.PDF")
                .redacted()
                .ticket();

        assertThat(ticket.turns().get(0).attachments()).containsExactly("attachment-1.pdf");
        assertThat(ticket.source()).isEqualTo("export.json:3");
    }

    @Test
    void a_word_that_is_a_name_too_is_one_only_where_it_is_written_so() {
        SupportTicket ticket = Tickets.ticket()
                .party(Role.CUSTOMER, "Will Grant", null, null)
                .says("Will you grant it? I am Will. Please tell will grant.")
                .redacted()
                .ticket();
        String[] name = ticket.parties().get(0).names().get(0).split(" ");

        assertThat(ticket.turns().get(0).text())
                .isEqualTo("Will you grant it? I am " + name[0] + ". Please tell "
                        + Letters.lower(name[0] + " " + name[1]) + ".");
    }

    @Test
    void what_a_model_finds_is_hidden_and_what_it_doubts_is_masked() {
        EntityRecognizer model = new EntityRecognizer() {
            @Override
            public String name() {
                return "ours/1";
            }

            @Override
            public List<FoundEntity> find(String text) {
                int at = text.indexOf("the only dentist");
                int town = text.indexOf("ulm");
                return at < 0
                        ? List.of()
                        : List.of(
                                new FoundEntity(EntityType.HIDDEN, at, at + 16, 0.9),
                                new FoundEntity(EntityType.ADDRESS, town, town + 3, 0.2));
            }
        };
        Redacted redacted = new Redactor(RedactionSettings.DEFAULT, Tickets.KEY, List.of(model))
                .redact(Tickets.ticket().says("she is the only dentist in ulm").build());

        assertThat(redacted.ticket().turns().get(0).text()).isEqualTo("she is [hidden] in [name?]");
        assertThat(redacted.redaction().engine()).isEqualTo("retrial-redact/1 + ours/1");
    }

    @Test
    void a_failure_has_nothing_of_the_text() {
        EntityRecognizer broken = new EntityRecognizer() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public List<FoundEntity> find(String text) {
                throw new IllegalStateException("cannot read: " + text);
            }
        };
        Redactor redactor = new Redactor(RedactionSettings.DEFAULT, Tickets.KEY, List.of(broken));

        assertThatThrownBy(() -> redactor.redact(
                        Tickets.ticket().says("I am Dana Whitfield").build()))
                .isInstanceOf(RedactionFailure.class)
                .hasMessageContaining(Tickets.KEY.reference("zendesk", "482913"))
                .hasMessageNotContaining("Whitfield")
                .hasNoCause();
    }

    @Test
    void an_argument_that_is_too_deep_is_cut() {
        String deep = "{\"a\":".repeat(900) + "1" + "}".repeat(900);

        assertThat(Tickets.ticket().call(deep, "{}").redacted().ticket().toString())
                .contains("[too deep]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"://a", "<", "a@b.", "12 A ", "1 ", "(", "my name is ", "-----BEGIN ", "password: "})
    @Timeout(20)
    void a_hostile_text_takes_time_in_proportion_to_its_length(String piece) {
        assertThat(Tickets.said(piece.repeat(1_000_000 / piece.length()))).isNotEmpty();
    }

    @Test
    void a_web_address_keeps_its_page_and_loses_its_values_and_its_user() {
        assertThat(Tickets.said("see https://app.acme.io/reset?session=x77&step=2 now"))
                .isEqualTo("see https://app.acme.io/reset?session=redacted&step=redacted now");
        assertThat(Tickets.said("see https://acme.io/go?to=https://x.io/?mail=dana.w and http://acme.io/b"))
                .doesNotContain("dana")
                .endsWith(" and http://acme.io/b");
        assertThat(Tickets.said("see https://dana@files.acme.io/x now"))
                .doesNotContain("dana")
                .doesNotContain("acme");
    }
}
