package dev.retrial.tickets.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.retrial.browser.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A queue of very many drafts; {@code -Dretrial.review.drafts=5000} makes a measurement of it. */
class ManyDraftsTest {

    private static final int DRAFTS = Integer.getInteger("retrial.review.drafts", 300);
    private static final int TIMES = 15;

    @TempDir
    Path directory;

    @Test
    void moving_and_deciding_do_not_read_all_drafts_again() throws IOException {
        ReviewedSuite suite = ReviewedSuite.withDrafts(directory);
        String[] classes = {"wrong-policy", "wrong-tone", "lost-context", "hallucinated-capability"};
        for (int i = 0; i < DRAFTS; i++) {
            suite.draft(
                    "many-" + i,
                    ReviewedSuite.REFUND
                            .replace("seen: 14", "seen: " + (1 + i % 13))
                            .replace("hmac:3f9a12c4d5e6f708", String.format(Locale.ROOT, "hmac:%016x", i))
                            .replace("wrong-policy", classes[i % classes.length])
                            .replace("refund-window", "family-" + i / 5));
        }
        List<Double> moving = new ArrayList<>();
        List<Double> deciding = new ArrayList<>();
        List<Double> takingBack = new ArrayList<>();
        double started = System.nanoTime();
        try (Chromium chromium = Chromium.start();
                ReviewServer server = ReviewServer.start(suite.settings())) {
            double served = System.nanoTime();
            try (ReviewInBrowser open = new ReviewInBrowser(chromium, server.uri())) {
                double opened = System.nanoTime();
                Page page = open.page();
                open.to("refund");
                double shown = System.nanoTime();
                for (int i = 0; i < TIMES; i++) {
                    String before = page.url();
                    moving.add(millis(() -> {
                        open.press("j");
                        page.waitForURL(url -> !url.equals(before));
                        open.settled();
                    }));
                }
                for (int i = 0; i < TIMES; i++) {
                    String reviewed = page.locator("#progress-text").textContent();
                    String address = page.url();
                    deciding.add(millis(() -> {
                        open.press("a");
                        page.waitForURL(url -> !url.equals(address));
                        open.settled();
                    }));
                    takingBack.add(millis(() -> {
                        open.press("u");
                        page.waitForURL(address);
                        open.settled();
                    }));
                    assertThat(page.locator("#progress-text")).hasText(reviewed);
                }
                double queue = millis(() -> {
                    open.press("q");
                    page.locator("#more").waitFor();
                });
                System.out.printf(
                        Locale.ROOT,
                        "%,d drafts: browser and server start in %.1f s, the page opens in %.1f s, the first draft in %.1f s;"
                                + " the next one in %.0f ms, accepted in %.0f ms, taken back in %.0f ms (medians of %d), all drafts in %.0f ms%n",
                        DRAFTS + 3,
                        (served - started) / 1e9,
                        (opened - served) / 1e9,
                        (shown - opened) / 1e9,
                        median(moving),
                        median(deciding),
                        median(takingBack),
                        TIMES,
                        queue);
                assertThat(page.locator("#progress-text")).hasText("0 of " + (DRAFTS + 3) + " reviewed");
                assertThat(open.complaints()).isEmpty();
            }
        }
        assertThat(suite.has("cases/drafts/refund.yaml")).isTrue();
    }

    private static double millis(Runnable action) {
        long start = System.nanoTime();
        action.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> of) {
        Collections.sort(of);
        return of.get(of.size() / 2);
    }
}
