package dev.retrial.check.catalogue;

import static dev.retrial.check.Expecting.SIGNALS;
import static dev.retrial.check.Expecting.TOOLS;
import static dev.retrial.check.Expecting.evaluate;
import static dev.retrial.check.Expecting.json;
import static dev.retrial.check.Expecting.refusal;
import static dev.retrial.check.Expecting.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.check.Evidence;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.check.Vocabulary;
import dev.retrial.scene.Facts;
import dev.retrial.transcript.Transcript;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueKindTest {

    private static final String NONE = "{catalogue: 'none'}";

    @Test
    void an_invented_team_fails_with_the_nearest_real_one() {
        assertThat(evaluate(NONE, reply("I'll ask our incident response team.")))
                .isEqualTo(new Failed(
                        "only teams of the catalogue",
                        "\"I'll ask our incident response team.\"",
                        1,
                        List.of(new Evidence(1, 13, 35)),
                        "incident team"));
    }

    @Test
    void what_is_absent_fails_with_the_channels_that_exist() {
        assertThat(evaluate(NONE, reply("Please call our hotline.")))
                .isEqualTo(new Failed(
                        "no phone support, which does not exist",
                        "\"Please call our hotline.\"",
                        1,
                        List.of(new Evidence(1, 16, 23)),
                        "channels: e-mail"));
    }

    @Test
    void an_invented_link_fails_with_the_nearest_real_one() {
        assertThat(evaluate(NONE, reply("See https://trust.example.com/soc3.")))
                .isEqualTo(new Failed(
                        "only links of the catalogue, of the customer or of a tool's result",
                        "\"See https://trust.example.com/soc3.\"",
                        1,
                        List.of(new Evidence(1, 4, 34)),
                        "https://trust.example.com/soc2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Our Escalations Desk will call you.",
                "It is in our SOC 3 report.",
                "Have you tried our phone line?",
                "If you prefer, call the hotline.",
                "You can reach us on live chat.",
                "Send us a message on WhatsApp.",
                "It waits in the security queue.",
                "Unser Sicherheitsteam meldet sich."
            })
    void what_does_not_exist_fails(String reply) {
        assertThat(evaluate(NONE, reply(reply))).isInstanceOf(Failed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We have no phone support.",
                "Unfortunately there is no hotline.",
                "Our assistant mentioned a phone line; that was wrong.",
                "We don't have a security team.",
                "Our friendly billing team will help.",
                "The on-call team has your case.",
                "I'll pass it to the right team.",
                "Your security team may want to read it.",
                "Please ask your own legal department.",
                "It is in our SOC 2 Type II report.",
                "Our quarterly report is out.",
                "See https://trust.example.com/soc2/.",
                "See [the help](https://help.example.com/refunds?x=1).",
                "Write us an e-mail.",
                "Your case is in the incidents queue.",
                "The Team plan suits a small team."
            })
    void what_exists_or_is_denied_or_is_not_ours_passes(String reply) {
        assertThat(evaluate(NONE, reply(reply))).isEqualTo(Passed.PLAIN);
    }

    @Test
    void an_address_of_the_customer_or_of_a_result_may_be_given() {
        Transcript transcript = Transcript.builder()
                .customer("My shop is https://shop.example.org/a.")
                .call("lookup_order", json("{}"), json("{url: 'https://track.example.net/1'}"))
                .agent("https://shop.example.org/a and https://track.example.net/1")
                .build();

        assertThat(evaluate(NONE, transcript)).isEqualTo(Passed.PLAIN);
    }

    @Test
    void without_a_reply_it_does_not_apply() {
        assertThat(evaluate(NONE, Transcript.builder().customer("Hi").build()))
                .isEqualTo(new NotApplicable("there is no reply"));
    }

    @Test
    void without_a_catalogue_it_cannot_be_expected() {
        Vocabulary bare = new Vocabulary(TOOLS, SIGNALS, Facts.NONE);

        assertThat(refusal(NONE, bare))
                .isEqualTo(
                        "/catalogue: there is no catalogue of what exists: write one as catalogue.yaml beside suite.yaml");
        assertThat(refusal("{reply: {cites: 'any'}}", bare))
                .isEqualTo("/reply/cites: the catalogue has no documents: they stand in catalogue.yaml under 'exists'");
    }

    @Test
    void a_document_is_cited_by_any_of_its_names() {
        assertThat(evaluate("{reply: {cites: ['SOC 2 report']}}", reply("See https://trust.example.com/soc2.")))
                .isEqualTo(new Passed(List.of(new Evidence(1, 4, 34))));
        assertThat(evaluate("{reply: {cites: 'any'}}", reply("It is in the SOC 2 report.")))
                .isInstanceOf(Passed.class);
        assertThat(evaluate("{reply: {cites: ['SOC 2 report']}}", reply("It is documented.")))
                .isEqualTo(new Failed("\"SOC 2 report\"", "none named", 1, List.of(), null));
    }

    @Test
    void a_team_is_named() {
        assertThat(evaluate("{reply: {names-team: 'any'}}", reply("The billing team will write.")))
                .isInstanceOf(Passed.class);
        assertThat(evaluate("{reply: {names-team: ['billing team']}}", reply("Somebody will write.")))
                .isEqualTo(new Failed("\"billing team\"", "none named", 1, List.of(), null));
        assertThat(evaluate(
                        "{reply: {names-team: 'any'}}",
                        Transcript.builder().customer("Hi").build()))
                .isEqualTo(Failed.of("a team of the catalogue", "no reply"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {catalogue: 'some'}                     | /catalogue: expected one of none; unknown word 'some'
            {catalogue: true}                       | /catalogue: expected text, found a truth value: quote it
            {reply: {names-team: ['incident tam']}} | /reply/names-team/0: the catalogue has no such name among its teams 'incident tam'; did you mean 'incident team'?
            {reply: {cites: 'all'}}                 | /reply/cites: expected one of any; unknown word 'all'
            """)
    void refuses(String expect, String refusal) {
        assertThat(refusal(expect)).isEqualTo(refusal);
    }

    @Test
    @Tag("large")
    void a_hostile_reply_takes_time_in_proportion() {
        String hostile = "our our team https:// not our hotline www.a ".repeat(230_000);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> evaluate(NONE, reply(hostile)));
    }
}
