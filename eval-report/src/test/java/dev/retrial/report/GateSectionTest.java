package dev.retrial.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.retrial.browser.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page says of a gate, as somebody sees it who has two minutes before approving a pull request. */
class GateSectionTest {

    private static Chromium chromium;
    private static Path page;

    @TempDir
    private static Path directory;

    @BeforeAll
    static void make() throws IOException {
        chromium = Chromium.start();
        RunFiles run = new RunFiles(directory, "20260302T091500.000Z-1-1");
        for (String id : new String[] {"refund-late", "soc2-report", "outage", "invoice", "dpa", "greeting"}) {
            for (String cohort : new String[] {"enterprise", "developer"}) {
                TrialFile trial = run.trial(id, cohort).of("wrong-policy", id.length() > 6 ? "hard" : "easy", 3);
                if (id.equals("refund-late")) {
                    trial.said("My money back!", "No worries, I have refunded you.")
                            .failed("tools.never", "no call of issue_refund", "issue_refund {}", 1);
                } else {
                    trial.said("Hello", "Good day.");
                }
            }
        }
        String cells = cell(
                        "refund-late",
                        "enterprise",
                        "regression",
                        "reliable",
                        "failed, so it ran again until the"
                                + " result was settled: 1 of 6 passed, main passed 20 of 20; luck does that less than once in 500")
                + ','
                + cell(
                        "refund-late",
                        "developer",
                        "not-confirmed",
                        "reliable",
                        "failed, so it ran again until the"
                                + " result was settled: 4 of 4 passed, main passed 19 of 20; that is no worse, as far as can be told")
                + ','
                + cell(
                        "dpa",
                        "enterprise",
                        "passed",
                        "unverifiable",
                        "passed; main was judged by something else," + " so there is nothing to compare");
        String slices = slice(
                        "cohort=enterprise",
                        "cohort enterprise",
                        "regression",
                        4,
                        "{\"passes\":162,\"attempts\":200," + "\"low\":0.75,\"high\":0.86}",
                        "; luck does that less than once in 10,000")
                + ','
                + slice("cohort=developer", "cohort developer", "holds", 1, null, "")
                + ','
                + slice(
                        "difficulty=hard",
                        "difficulty hard",
                        "too-small",
                        1,
                        null,
                        "; too few to judge: 8 of 20 cells");
        run.gate("{\"by\":\"baseline\",\"verdict\":\"red\",\"sentence\":\"1 cell is worse than main: refund-late"
                + " [enterprise]; 1 slice is worse than main: cohort enterprise.\",\"baseline\":{\"file\":\"baseline.json\","
                + "\"runs\":20,\"cells\":12,\"fingerprint\":{\"model\":\"support-1\",\"promptHash\":\"aaaaaaaaaaaaaaaa\"}},"
                + "\"fingerprint\":{\"model\":\"support-1\",\"promptHash\":\"bbbbbbbbbbbbbbbb\"},\"attempts\":{\"first\":12,"
                + "\"confirm\":10,\"slice\":200},\"cells\":[" + cells + "],\"slices\":[" + slices + "],\"floors\":[],"
                + "\"detectable\":{\"failing\":8,\"eightInTen\":0.19,\"oneInTwo\":0.4},\"notices\":[{\"kind\":\"drift\","
                + "\"sentence\":\"main is worse than when its record was anchored: difficulty hard passed 240 of 300"
                + " attempts, then 600 of 600; luck does that less than once in 1,000,000\"}]}");
        page = directory.resolve("report.html");
        HtmlReport.write(Report.of(run.write()), page);
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"390, 844, LIGHT", "390, 844, DARK", "1280, 900, LIGHT", "1280, 900, DARK"})
    void it_can_be_read_by_all_on_every_screen(int width, int height, ColorScheme scheme) throws IOException {
        try (ReportInBrowser open = new ReportInBrowser(chromium, page, width, height, scheme)) {
            assertThat(open.violations()).isEmpty();
            assertThat(open.scrollsSideways()).isFalse();
            assertThat(open.requests()).isEmpty();
            assertThat(open.complaints()).isEmpty();
            shoot(open.page(), width + "-" + scheme);
        }
    }

    @Test
    void the_verdict_and_what_it_rests_on_stand_on_the_first_screen_of_a_phone() {
        try (ReportInBrowser open = new ReportInBrowser(chromium, page, 390, 844, ColorScheme.LIGHT)) {
            Locator first = open.page().locator(".findings li").first();

            assertThat(first.textContent()).contains("regression", "refund-late [enterprise]", "1 of 6 passed");
            assertThat(first.boundingBox().y).isLessThan(844);
            assertThat(open.page().locator(".against").textContent())
                    .isEqualTo(
                            "Against 20 runs of the main branch; changed since: promptHash aaaaaaaaaaaa → bbbbbbbbbbbb.");
        }
    }

    @Test
    void a_finding_leads_to_what_was_said() {
        try (ReportInBrowser open = new ReportInBrowser(chromium, page, 1280, 900, ColorScheme.LIGHT)) {
            open.page().locator(".findings a").first().click();
            open.page().locator("#cell h1").waitFor();

            assertThat(open.page().locator("#cell").textContent())
                    .contains("refund-late", "No worries, I have refunded you.");
        }
    }

    @Test
    void what_cannot_be_compared_is_named_beside_what_was_found() {
        try (ReportInBrowser open = new ReportInBrowser(chromium, page, 1280, 900, ColorScheme.LIGHT)) {
            assertThat(open.page().locator(".findings li").allTextContents())
                    .anySatisfy(line -> assertThat(line).contains("unverifiable", "dpa [enterprise]"))
                    .anySatisfy(line -> assertThat(line).contains("notice", "main is worse than when"));
        }
    }

    @Test
    void each_slice_says_how_it_came_out_and_of_how_many_attempts_its_shares_are() {
        try (ReportInBrowser open = new ReportInBrowser(chromium, page, 1280, 900, ColorScheme.LIGHT)) {
            Locator rows = open.page().locator("#compared ~ .scroll tbody tr");

            assertThat(rows.first().locator("th, td").allTextContents().stream()
                            .map(String::strip)
                            .toList())
                    .containsExactly(
                            "cohort enterprise",
                            "worse",
                            "640 of 660",
                            "28 of 33",
                            "162 of 200",
                            "12 points",
                            "98 % in 4",
                            "71 % in 4");
            assertThat(rows.nth(1).locator("td").first().textContent()).isEqualTo("no worse");
            assertThat(rows.nth(2).locator("td").first().textContent()).isEqualTo("too small to judge");
        }
    }

    @Test
    void the_headings_lead_to_their_sections() {
        try (ReportInBrowser open = new ReportInBrowser(chromium, page, 390, 844, ColorScheme.LIGHT)) {
            open.page()
                    .locator(".jump a", new Page.LocatorOptions().setHasText("What it compared"))
                    .click();
            open.page()
                    .waitForFunction(
                            "() => document.getElementById('compared').getBoundingClientRect().top < innerHeight");

            assertThat(open.page().locator("#compared").isVisible()).isTrue();
        }
    }

    /** With {@code -Dretrial.screenshots=DIR} what the tests see can be looked at. */
    private static void shoot(Page open, String name) {
        String into = System.getProperty("retrial.screenshots");
        if (into != null) {
            open.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(into, "gate-" + name + ".png")));
        }
    }

    private static String cell(String id, String cohort, String kind, String standing, String sentence) {
        return "{\"case\":\"" + id + "\",\"cohort\":\"" + cohort + "\",\"kind\":\"" + kind + "\",\"standing\":\""
                + standing + "\",\"sentence\":\"" + sentence + "\"}";
    }

    private static String slice(String name, String words, String kind, int k, String fresh, String more) {
        return "{\"name\":\"" + name + "\",\"kind\":\"" + kind + "\",\"named\":false,\"cells\":33,\"compared\":33,"
                + "\"sentence\":\"" + words + ": 38 of 200 confirmation attempts failed; main's record predicts 11"
                + more
                + "\",\"baseline\":{\"passes\":640,\"attempts\":660,\"low\":0.954,\"high\":0.98},"
                + "\"first\":{\"passes\":28,\"attempts\":33,\"low\":0.691,\"high\":0.933},\"firstP\":0.04,"
                + (fresh == null ? "" : "\"fresh\":" + fresh + ",\"freshP\":0.0001,")
                + "\"predictedFailures\":11,\"smallestDrop\":0.12,\"k\":" + k + ",\"passAny\":0.98,\"passAll\":0.71}";
    }
}
