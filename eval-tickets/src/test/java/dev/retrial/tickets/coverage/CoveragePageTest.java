package dev.retrial.tickets.coverage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.retrial.browser.Chromium;
import dev.retrial.browser.OpenPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as people meet it: in a browser, from the disk. */
class CoveragePageTest {

    private static Chromium chromium;
    private static Path sample;
    private static Path hostile;
    private static Path empty;

    @TempDir
    private static Path directory;

    @BeforeAll
    static void make() throws IOException {
        sample = directory.resolve("new/sample.html");
        hostile = directory.resolve("hostile.html");
        empty = directory.resolve("empty.html");
        CoveragePage.write(SampleTickets.coverage(2_400), sample);
        CoveragePage.write(Hostile.coverage(), hostile);
        CoveragePage.write(new Counted().coverage(), empty);
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"390, 844, LIGHT", "390, 844, DARK", "1280, 900, LIGHT", "1280, 900, DARK"})
    void it_can_be_used_by_all_and_asks_no_network(int width, int height, ColorScheme scheme) throws IOException {
        for (Path page : List.of(sample, hostile, empty)) {
            try (OpenPage open = new OpenPage(chromium, page.toUri(), width, height, scheme)) {
                open.page().evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");

                assertThat(open.violations()).as(page.toString()).isEmpty();
                assertThat(open.scrollsSideways()).as(page.toString()).isFalse();
                assertThat(open.requests()).isEmpty();
                assertThat(open.complaints()).isEmpty();
                shoot(open.page(), page, width, scheme);
            }
        }
    }

    /** For whoever changes the page: {@code -Dcoverage.screenshots=DIRECTORY} leaves pictures to look at. */
    private static void shoot(Page page, Path file, int width, ColorScheme scheme) {
        String where = System.getProperty("coverage.screenshots");
        if (where != null) {
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = false)");
            String name = file.getFileName().toString().replace(".html", "") + "-" + width + "-" + scheme + ".png";
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of(where, name)).setFullPage(true));
        }
    }

    @Test
    void the_first_screen_says_what_a_head_of_support_wants_to_know() {
        try (OpenPage open = new OpenPage(chromium, sample.toUri(), 1280, 900, ColorScheme.LIGHT)) {
            Coverage coverage = SampleTickets.coverage(2_400);
            CoverCount failures = coverage.failures().count();

            assertThat(open.page().locator("h1"))
                    .hasText(failures.withCase() + " of " + failures.tickets()
                            + " failures of the last 90 days have a case.");
            assertThat(open.page().locator(".tiles li")).hasCount(6);
            assertThat(open.page().locator(".tiles")).isInViewport();
            assertThat(open.page().locator("#gaps")).isInViewport();
        }
    }

    @Test
    void the_charts_show_what_the_tables_say() {
        try (OpenPage open = new OpenPage(chromium, sample.toUri(), 1280, 900, ColorScheme.LIGHT)) {
            DifficultyMix mix = SampleTickets.coverage(2_400).difficulty();

            assertThat(open.page().locator(".chart .column")).hasCount(10);
            assertThat(open.page().locator(".chart circle.dot"))
                    .hasCount(mix.months().size());
            // The plane is 150 high, from 160 up.
            double height = Double.parseDouble(
                    open.page().locator(".chart .column").nth(9).getAttribute("height"));
            assertThat(height).isCloseTo(mix.reach().get(9).value() * 150, org.assertj.core.data.Offset.offset(.01));
        }
    }

    @Test
    void an_attack_is_shown_and_does_nothing() {
        try (OpenPage open = new OpenPage(chromium, hostile.toUri(), 1280, 900, ColorScheme.LIGHT)) {
            assertThat(open.page().locator(".heat tbody th").first())
                    .containsText(
                            "</script></style><script>alert(1)</script><img src=https://evil.example/x onerror=alert(2)>");
            assertThat(open.page().locator("img, script").count()).isZero();
            assertThat(open.requests()).isEmpty();
            assertThat(open.complaints()).isEmpty();
        }
    }

    @Test
    void without_a_ticket_it_says_so() throws IOException {
        try (OpenPage open = new OpenPage(chromium, empty.toUri(), 1280, 900, ColorScheme.LIGHT)) {
            assertThat(open.page().locator("h1")).hasText("No ticket was read.");
            assertThat(open.page().locator(".unknown")).containsText("nothing is known");
        }
        assertThat(Files.readString(empty)).doesNotContain("NaN", "Infinity", "null");
    }

    @Test
    void what_is_wide_can_be_moved_with_the_keyboard() {
        try (OpenPage open = new OpenPage(chromium, sample.toUri(), 390, 844, ColorScheme.LIGHT)) {
            open.page().locator("[aria-label='Failures by category and class']").focus();
            open.page().keyboard().press("ArrowRight");

            open.page().waitForFunction("() => document.activeElement.scrollLeft > 0");
            assertThat(open.page().locator("[aria-label='Failures by category and class']"))
                    .isFocused();
        }
    }
}
