package dev.retrial.tickets.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.retrial.browser.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as people meet it. */
class ReviewPageTest {

    private static Chromium chromium;

    @TempDir
    private Path directory;

    private ReviewedSuite suite;
    private ReviewServer server;

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

    @BeforeEach
    void serve() throws IOException {
        suite = ReviewedSuite.withDrafts(directory);
        server = ReviewServer.start(suite.settings());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void a_decision_by_mistake_is_taken_back_by_a_key() throws IOException {
        try (ReviewInBrowser open = new ReviewInBrowser(chromium, server.uri())) {
            Page page = open.page();
            open.to("refund").press("a");
            assertThat(page.locator("h1")).hasText("Money back after two months");
            open.settled();

            open.press("u");

            assertThat(page.locator("h1")).hasText("Refund promised after the window");
            assertThat(page.locator("#progress-text")).hasText("0 of 3 reviewed");
            assertThat(page.locator("#told")).hasText("Taken back: refund waits as a draft again.");
            assertThat(suite.read("cases/drafts/refund.yaml")).isEqualTo(ReviewedSuite.REFUND);
            open.settled().press("u");
            assertThat(page.locator("#told")).hasText("There is no decision to take back.");
            assertThat(open.complaints()).isEmpty();
        }
    }

    @Test
    void what_was_decided_before_the_page_was_opened_can_be_taken_back_by_a_button() throws IOException {
        try (ReviewInBrowser before = new ReviewInBrowser(chromium, server.uri())) {
            before.to("refund").press("a");
            assertThat(before.page().locator("#progress-text")).hasText("1 of 3 reviewed");
        }
        try (ReviewInBrowser open = new ReviewInBrowser(chromium, server.uri())) {
            Page page = open.page();
            assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("The last decision")))
                    .containsText("Accepted: refund");

            page.locator("#undo").click();

            assertThat(page.locator("h1")).hasText("Refund promised after the window");
            assertThat(open.settled().violations()).isEmpty();
        }
    }

    @Test
    void of_many_drafts_some_are_listed_and_the_others_on_request() throws IOException {
        for (int i = 0; i < 450; i++) {
            suite.draft(
                    "many-" + i,
                    ReviewedSuite.REFUND.replace("seen: 14", "seen: 1").replace("refund-window", "f" + i % 3));
        }
        try (ReviewInBrowser open = new ReviewInBrowser(chromium, server.uri())) {
            Page page = open.page();
            assertThat(page.locator("h1")).hasText("453 drafts wait");
            assertThat(page.locator(".drafts a")).hasCount(200);

            page.locator(".drafts a").last().focus();
            open.press("j");
            assertThat(page.locator(".drafts a")).hasCount(400);
            assertThat(page.locator(".drafts a").nth(200)).isFocused();
            page.locator("#more").click();

            assertThat(page.locator(".drafts a")).hasCount(453);
            assertThat(page.locator(".drafts a").nth(400)).isFocused();
            assertThat(page.locator("#more")).hasCount(0);
        }
    }

    @Test
    void a_whole_review_needs_no_mouse() throws IOException {
        try (ReviewInBrowser open = new ReviewInBrowser(chromium, server.uri())) {
            Page page = open.page();
            assertThat(page.locator("#progress-text")).hasText("0 of 3 reviewed");

            open.press("j", "Enter");
            assertThat(page.locator("h1")).hasText("Refund promised after the window");
            assertThat(page.locator("h1")).isFocused();
            open.press("j");
            assertThat(page.locator("h1")).hasText("Money back after two months");
            open.press("k");
            assertThat(page.locator("h1")).hasText("Refund promised after the window");

            open.press("e");
            assertThat(page.locator("#title")).isFocused();
            open.press("Control+a");
            page.keyboard().type("Refund after six weeks");
            open.press("Escape");
            assertThat(page.locator("h1")).isFocused();
            open.press("a");
            assertThat(page.locator("h1")).hasText("Money back after two months");
            assertThat(page.locator("#progress-text")).hasText("1 of 3 reviewed");
            assertThat(page.locator(".notice.good"))
                    .containsText("The reply that caused the ticket fails this case, as it should.");
            assertThat(suite.read("cases/wrong-policy/refund.yaml"))
                    .contains("title: Refund after six weeks")
                    .doesNotContain("draft");

            open.press("m");
            assertThat(page.locator("dialog .cases strong"))
                    .hasText(new String[] {"The window is thirty days", "Refund after six weeks"});
            page.keyboard().type("thirty days");
            assertThat(page.locator("dialog .cases li")).hasCount(1);
            open.press("Tab", "Enter");
            assertThat(page.locator("h1")).hasText("Offered a call that nobody makes");
            assertThat(suite.read("cases/wrong-policy/window.yaml")).contains("seen: 5");

            open.press("r");
            assertThat(page.locator("dialog input[type=radio]").first()).isFocused();
            open.press("ArrowDown", "Tab", "Tab", "Enter");
            assertThat(page.locator("h1")).hasText("All 3 reviewed");
            assertThat(page.locator("#view")).containsText("mvn test");
            assertThat(page.locator("#view")).containsText("The ticket does not show what went wrong");
            assertThat(suite.read("tickets/rejected.jsonl")).contains("\"reason\":\"unclear\"");
            assertThat(suite.cases()).containsExactly("wrong-policy/refund.yaml", "wrong-policy/window.yaml");
            assertThat(open.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"390, 844, LIGHT", "390, 844, DARK", "1280, 900, LIGHT", "1280, 900, DARK"})
    void every_view_can_be_used_by_all_and_asks_no_network(int width, int height, ColorScheme scheme)
            throws IOException {
        suite.draft("broken", "titel: [oops\n");
        try (ReviewInBrowser open = new ReviewInBrowser(chromium, server.uri(), width, height, scheme)) {
            sound(open, "the queue");
            for (String draft : new String[] {"refund", "phone", "broken"}) {
                sound(open.to(draft), draft);
            }
            sound(open.to("refund").press("y"), "YAML");
            for (String key : new String[] {"r", "m", "?"}) {
                open.press(key);
                open.page().locator("dialog[open]").waitFor();
                sound(open, "dialog of " + key);
                open.press("Escape");
            }
            open.to("phone").press("a");
            open.page().locator("dialog[open]").waitFor();
            sound(open, "a draft that does not catch its failure");
            assertThat(open.requests()).isEmpty();
            assertThat(open.complaints()).isEmpty();
        }
    }

    private static void sound(ReviewInBrowser open, String view) throws IOException {
        assertThat(open.violations()).as(view).isEmpty();
        assertThat(open.scrollsSideways()).as("%s scrolls sideways", view).isFalse();
    }

    @Test
    void the_queue_is_grouped_and_can_be_narrowed() {
        try (ReviewInBrowser open = new ReviewInBrowser(chromium, server.uri())) {
            Page page = open.page();
            assertThat(page.locator(".group h2"))
                    .hasText(new String[] {"Against the rules 2 drafts", "Made something up 1 draft"});
            assertThat(page.locator(".family a"))
                    .hasText(new String[] {"Refund promised after the window", "Money back after two months"});

            page.getByLabel("Language").selectOption("de");
            assertThat(page.locator(".drafts a")).hasText(new String[] {"Offered a call that nobody makes"});
            page.getByLabel("Language").selectOption("");
            page.getByLabel("Category").selectOption("billing");
            assertThat(page.locator(".drafts a")).hasCount(2);
            page.getByLabel("only with places to look at").check();
            assertThat(page.locator(".drafts a")).hasText(new String[] {"Refund promised after the window"});
        }
    }

    @Test
    void the_ticket_shows_its_evidence_and_of_a_note_no_more() {
        try (ReviewInBrowser open = new ReviewInBrowser(chromium, server.uri())) {
            Page page = open.to("refund").page();
            assertThat(page.locator("mark.bad")).hasCount(2);
            assertThat(page.locator(".human-agent mark.bad")).containsText("that was wrong");
            assertThat(page.locator(".customer mark.look")).containsText("[name]");
            Locator note = page.locator("li.internal-note");
            assertThat(note).containsText("The bot hallucinated the window again!");
            assertThat(note).not().containsText("warehouse");
            assertThat(page.content()).doesNotContain("warehouse");

            button(page, "Show the whole note").click();
            assertThat(note).containsText("Called the warehouse about it.");
        }
    }

    @Test
    void form_and_yaml_say_the_same() {
        try (ReviewInBrowser open = new ReviewInBrowser(chromium, server.uri())) {
            Page page = open.to("refund").page();
            page.locator("#title").fill("no: [really] \u202E\" # \\ é");
            page.locator("#failure").selectOption("wrong-tone");
            assertThat(page.locator("#failure-about")).containsText("too chirpy");
            page.locator("#add-expectation").selectOption("/tone/exclamations");
            button(page, "Add", true).last().click();
            assertThat(page.locator("#expect-tone-exclamations input")).isFocused();
            button(page, "YAML").click();
            assertThat(page.locator("#yaml")).hasValue(java.util.regex.Pattern.compile("title: .*\\\\u202E"));
            String yaml = page.locator("#yaml").inputValue();
            assertThat(yaml).contains("failure: wrong-tone", "exclamations: 0", "attempt: 1.50");

            page.locator("#yaml").fill(yaml.replace("failure: wrong-tone", "failure: wrong-tune"));
            assertThat(page.locator("#problems")).containsText("wrong-tone");
            assertThat(page.locator(".lines .bad")).containsText("3");
            page.locator("#yaml").fill(yaml.replace("exclamations: 0", "exclamations: 7"));
            assertThat(page.locator("#problems")).not().containsText("This is no case yet");
            button(page, "Form").click();
            assertThat(page.locator("#expect-tone-exclamations input")).hasValue("7");
            assertThat(page.locator("#title")).hasValue("no: [really] \u202E\" # \\ é");
        }
    }

    @Test
    void a_draft_that_does_not_catch_its_failure_is_accepted_only_when_that_is_said() throws IOException {
        try (ReviewInBrowser open = new ReviewInBrowser(chromium, server.uri())) {
            Page page = open.to("phone").press("a").page();
            assertThat(page.locator("dialog"))
                    .containsText("the reply that caused the ticket passes this case, so the case would guard nothing");
            assertThat(button(page, "Go on editing")).isFocused();
            open.press("Enter");
            assertThat(page.locator("dialog")).hasCount(0);
            assertThat(suite.has("cases/drafts/phone.yaml")).isTrue();

            open.press("a");
            button(page, "Accept it all the same").click();
            assertThat(page.locator(".notice.open").first()).containsText("Careful: the reply that caused the ticket");
            assertThat(suite.has("cases/hallucinated-capability/phone.yaml")).isTrue();
        }
    }

    @Test
    void what_was_typed_is_there_again_after_the_browser_ends() {
        try (ReviewInBrowser open = new ReviewInBrowser(chromium, server.uri())) {
            Page page = open.to("refund").page();
            page.waitForResponse(
                    response -> response.url().endsWith("/api/keep"),
                    () -> page.locator("#title").fill("Typed and not saved"));
        }
        try (ReviewInBrowser open = new ReviewInBrowser(chromium, server.uri())) {
            Page page = open.page();
            assertThat(page.locator(".drafts li").first()).containsText("unsaved changes");
            open.to("refund");
            assertThat(page.locator("#title")).hasValue("Typed and not saved");
            button(page, "Drop changes").click();
            assertThat(page.locator("#title")).hasValue("Refund promised after the window");
        }
    }

    @Test
    void an_edit_on_the_disk_meanwhile_is_told_and_neither_is_lost() throws IOException {
        try (ReviewInBrowser open = new ReviewInBrowser(chromium, server.uri())) {
            Page page = open.to("refund").page();
            page.waitForResponse(
                    response -> response.url().endsWith("/api/keep"),
                    () -> page.locator("#title").fill("Mine"));
            suite.draft(
                    "refund",
                    ReviewedSuite.REFUND
                            .replace("Refund promised", "Theirs: refund promised")
                            .replace("Theirs: ", "Theirs, "));

            open.press("Escape", "a");
            assertThat(page.locator("dialog h2")).hasText("Somebody else changed this draft");
            assertThat(suite.read("cases/drafts/refund.yaml")).contains("Theirs");
            button(page, "Look at it again").click();
            assertThat(page.locator("#title")).hasValue("Theirs, refund promised after the window");
            button(page, "Use what I typed").click();
            assertThat(page.locator("h1")).hasText("Mine");
            open.press("Escape", "a");
            assertThat(page.locator("h1")).hasText("Money back after two months");
            assertThat(suite.read("cases/wrong-policy/refund.yaml")).contains("title: Mine");
        }
    }

    @Test
    void single_keys_can_be_switched_off() {
        try (ReviewInBrowser open = new ReviewInBrowser(chromium, server.uri())) {
            Page page = open.to("refund").press("?").page();
            page.getByLabel("single keys work").uncheck();
            open.press("Escape", "a");
            assertThat(page.locator("h1")).hasText("Refund promised after the window");
            assertThat(suite.has("cases/drafts/refund.yaml")).isTrue();
            button(page, "Accept").click();
            assertThat(page.locator("h1")).hasText("Money back after two months");
        }
    }

    @Test
    void a_key_while_somebody_types_is_a_letter() {
        try (ReviewInBrowser open = new ReviewInBrowser(chromium, server.uri())) {
            Page page = open.to("refund").press("e", "End").page();
            page.keyboard().type(" army");
            assertThat(page.locator("#title")).hasValue("Refund promised after the window army");
            assertThat(page.locator("dialog")).hasCount(0);
            assertThat(suite.has("cases/drafts/refund.yaml")).isTrue();
        }
    }

    private static Locator button(Page page, String name) {
        return button(page, name, false);
    }

    private static Locator button(Page page, String name, boolean exact) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(exact));
    }
}
