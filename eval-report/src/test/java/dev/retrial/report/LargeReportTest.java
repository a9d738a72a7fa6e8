package dev.retrial.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.retrial.browser.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of 20,000 cells with their conversations. */
class LargeReportTest {

    /** What the heap of these tests is limited to in the build. */
    private static final long HEAP = 512L << 20;

    @TempDir
    private static Path directory;

    private static Path file;

    @BeforeAll
    static void make() throws IOException {
        file = directory.resolve("large.html");
        Report report = Report.of(GeneratedRun.write(directory, "20260401T091500.000Z-1-1", 20_000, .3));
        long start = System.nanoTime();
        HtmlReport.write(report, file);
        System.out.printf(
                "20,000 cells: the page is written in %d ms and has %d kB%n",
                (System.nanoTime() - start) / 1_000_000, Files.size(file) / 1000);
    }

    @Test
    void it_is_made_in_a_small_heap() {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(HEAP);
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void it_is_filtered_searched_and_sorted_in_a_browser() {
        try (Chromium chromium = Chromium.start()) {
            long start = System.nanoTime();
            try (ReportInBrowser open = new ReportInBrowser(chromium, file, 1280, 900, ColorScheme.LIGHT)) {
                long opened = System.nanoTime();
                Page page = open.to("#/cells").page();
                assertThat(page.locator("#cells .status")).hasText("20,000 cells");
                assertThat(page.locator("#cells tbody tr")).hasCount(100);
                // Timed in the page, from the change to what it shows.
                Object filtered = timed(
                        page,
                        "const s = document.getElementById('filter-cohort'); s.value = 'enterprise'; s.dispatchEvent(new Event('change'))");
                assertThat(page.locator("#cells .status")).hasText("4,000 of 20,000 cells");
                Object searched = timed(
                        page,
                        "const s = document.getElementById('search'); s.value = 'refund-late-14'; s.dispatchEvent(new Event('input'))");
                assertThat(page.locator("#cells tbody tr").first()).containsText("refund-late-14");
                page.getByText("Clear").click();
                Object sorted = timed(page, "document.querySelectorAll('#cells thead button')[7].click()");
                assertThat(page.locator("#cells thead [aria-sort=ascending]")).hasText("time");
                button(page, "Next").click();
                assertThat(page.locator(".pages")).containsText("Rows 101 to 200");
                System.out.printf(
                        "20,000 cells: the page opens in %d ms; filter %s ms, search %s ms, sort %s ms%n",
                        (opened - start) / 1_000_000, filtered, searched, sorted);
                page.locator("#cells tbody a").first().click();
                assertThat(page.locator(".conversation li").first()).isVisible();
                assertThat(open.complaints()).isEmpty();
            }
        }
    }

    private static Object timed(Page page, String action) {
        return page.evaluate("() => { const t = performance.now(); " + action
                + "; document.body.getBoundingClientRect(); return Math.round(performance.now() - t); }");
    }

    private static Locator button(Page page, String name) {
        return page.locator("button").filter(new Locator.FilterOptions().setHasText(name));
    }
}
