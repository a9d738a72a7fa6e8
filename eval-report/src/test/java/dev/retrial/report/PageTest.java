package dev.retrial.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.retrial.browser.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as people meet it: in a browser, from the disk. */
class PageTest {

    private static final String ATTACK =
            "</script><script>alert(1)</script><img src=https://evil.example/x onerror=alert(2)> javascript:alert(3)";

    private static Chromium chromium;
    private static Path small;

    @TempDir
    private static Path directory;

    @BeforeAll
    static void make() throws IOException {
        chromium = Chromium.start();
        RunFiles before = new RunFiles(directory, "20260301T091500.000Z-1-1");
        before.trial("refund-late", "enterprise").said("My money back!", "I am sorry, the 30 days are over.");
        before.passed("refund-late", "developer").passed("attacked", "enterprise");
        RunFiles now = new RunFiles(directory, "20260302T091500.000Z-1-1").trials(1, 1);
        now.trial("refund-late", "enterprise")
                .of("wrong-policy", "hard", 14)
                .customer("My money back!")
                .called("issue_refund", "{\"order_id\":\"A-1042\"}", "No such order", true)
                .agent("No worries!!! I've refunded you.")
                .held("tone.words")
                .failed("tools.never", "no call of issue_refund", "issue_refund {\"order_id\":\"A-1042\"}", 1)
                .failed("tone.exclamations", "at most 0", "3", 1, 10, 13);
        now.trial("refund-late", "developer")
                .of("wrong-policy", "hard", 14)
                .said("My money back!", "No. Window closed.");
        now.trial("attacked", "enterprise")
                .of("hallucinated-capability", "easy", 1)
                .escalation("missed")
                .said(ATTACK, ATTACK)
                .called(ATTACK, ATTACK, ATTACK, false)
                .failed("reply.says", ATTACK, ATTACK, 1, 0, 9);
        for (String cohort : List.of("self-serve", "partner", "public-sector")) {
            now.passed("greeting", cohort);
        }
        now.trial(ATTACK, "enterprise").said(ATTACK, ATTACK).failed("x\u202Ey", ATTACK, ATTACK, 1);
        small = directory.resolve("report.html");
        HtmlReport.write(Report.of(now.write()).comparedWith(before.write()), small);
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"390, 844, LIGHT", "390, 844, DARK", "1280, 900, LIGHT", "1280, 900, DARK"})
    void every_view_can_be_used_by_all_and_asks_no_network(int width, int height, ColorScheme scheme)
            throws IOException {
        try (ReportInBrowser open = new ReportInBrowser(chromium, small, width, height, scheme)) {
            for (String view : List.of("#/", "#/cells", "#/cell/refund-late/enterprise", "#/cell/none/none")) {
                open.to(view);
                assertThat(open.violations()).as(view).isEmpty();
                assertThat(open.scrollsSideways())
                        .as("%s scrolls sideways", view)
                        .isFalse();
            }
            for (String button : List.of("Before and now", "Cohorts side by side")) {
                open.to("#/").to("#/cell/refund-late/enterprise");
                button(open.page(), button).click();
                assertThat(open.violations()).as(button).isEmpty();
                assertThat(open.scrollsSideways())
                        .as("%s scrolls sideways", button)
                        .isFalse();
            }
            assertThat(open.requests()).isEmpty();
            assertThat(open.complaints()).isEmpty();
        }
    }

    @Test
    void an_attack_is_shown_and_does_nothing() {
        try (ReportInBrowser open = new ReportInBrowser(chromium, small, 1280, 900, ColorScheme.LIGHT)) {
            open.to("#/cell/attacked/enterprise");
            assertThat(open.page().locator(".said.agent .text").first())
                    .containsText("<script>alert(1)</script><img src=https://evil.example/x onerror=alert(2)>");
            button(open.page(), "Before and now").click();
            open.to("#/cells")
                    .page()
                    .locator("#cells tbody a")
                    .filter(new Locator.FilterOptions().setHasText("javascript:"))
                    .click();
            assertThat(open.page().locator("#cell h1")).containsText(ATTACK);
            open.to("#/cell/" + "%3Cimg src=x onerror=alert(4)%3E/%E0%A4%A");
            assertThat(open.page().locator("#cell h1")).hasText("No such cell");

            assertThat(open.page().locator("img").count()).isZero();
            assertThat(open.requests()).isEmpty();
            assertThat(open.complaints()).isEmpty();
        }
    }

    @Test
    void a_cell_shows_what_decided() {
        try (ReportInBrowser open = new ReportInBrowser(chromium, small, 1280, 900, ColorScheme.LIGHT)) {
            Page page = open.to("#/cell/refund-late/enterprise").page();

            assertThat(page.locator("mark.bad")).hasText("!!!");
            assertThat(page.locator(".verdicts h3")).containsText(new String[] {"tools.never", "tone.exclamations"});
            assertThat(page.locator(".verdicts .compare").first()).containsText("no call of issue_refund");
            assertThat(page.locator(".here")).hasText("Failed here: tools.never");
            assertThat(page.locator(".timeline li")).hasCount(1);
            assertThat(page.locator(".timeline li")).containsText("→ No such order");
            assertThat(page.locator(".known")).containsText("newly failing");

            button(page, "Before and now").click();
            assertThat(page.locator(".side").first()).containsText("the 30 days are over");
            assertThat(page.locator(".side").nth(1)).containsText("No worries!!!");
            button(page, "Cohorts side by side").click();
            assertThat(page.locator(".side").nth(1)).containsText("Window closed.");
        }
    }

    @Test
    void it_can_be_used_with_the_keyboard_alone() {
        try (ReportInBrowser open = new ReportInBrowser(chromium, small, 1280, 900, ColorScheme.LIGHT)) {
            Page page = open.page();
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator("#cells h1")).isFocused();
            page.keyboard().press("Tab");
            assertThat(page.locator("#search")).isFocused();
            page.keyboard().type("refund dev");
            assertThat(page.locator("#cells tbody tr")).hasCount(1);
            page.locator("#cells tbody a").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#cell h1")).isFocused();
            assertThat(page.locator("#cell h1")).hasText("refund-late developer");
            page.goBack();
            assertThat(page.locator("#search")).hasValue("refund dev");
        }
    }

    @Test
    void a_square_leads_to_its_cells() {
        try (ReportInBrowser open = new ReportInBrowser(chromium, small, 1280, 900, ColorScheme.LIGHT)) {
            open.page()
                    .locator(".heat a")
                    .filter(new Locator.FilterOptions().setHasText("of 2"))
                    .first()
                    .click();

            assertThat(open.page().locator("#cells .status")).containsText("2 of 7 cells");
            assertThat(open.page().locator("#cells tbody tr").first()).containsText("wrong-policy");
        }
    }

    @Test
    void on_paper_there_is_the_view_without_what_is_clicked() {
        try (ReportInBrowser open = new ReportInBrowser(chromium, small, 1280, 900, ColorScheme.LIGHT)) {
            open.page()
                    .emulateMedia(
                            new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));

            assertThat(open.page().locator(".bar")).isHidden();
            assertThat(open.page().locator(".verdict")).isVisible();
            assertThat(open.page().pdf().length).isGreaterThan(10_000);
        }
    }

    private static Locator button(Page page, String name) {
        return page.locator("button").filter(new Locator.FilterOptions().setHasText(name));
    }
}
